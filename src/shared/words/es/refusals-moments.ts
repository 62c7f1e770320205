import type { refusalsOfMoments as english } from '../en/refusals-moments.ts';
import type { Translated } from '../shape.ts';

/** What is said where questions and recoveries are refused, in Spanish. */
export const refusalsOfMoments = {
  'question.link-void': {
    title: 'Este enlace ya no abre.',
    act: 'Venció o se retiró; no hace falta hacer nada.',
  },
  'question.withheld': {
    title: 'Ahora no se le pregunta.',
    act: 'Vea por qué; se le podrá preguntar cuando eso termine.',
  },
  'question.answered': {
    title: 'Ya la contestó.',
    act: 'Lea su respuesta; no se puede retirar.',
  },
  'question.no-answer': {
    title: 'No se contestó nada.',
    act: 'Elija una nota; con una basta.',
  },
  'recovery.ended': {
    title: 'Esta reparación ya terminó.',
    act: 'Vea cómo terminó; si después hay otro mal momento, se abre otra.',
  },
  'recovery.over-budget': {
    title: 'Es más de lo que usted puede gastar en ella sin pedir permiso.',
    act: 'Anote menos, o pásela a quien pueda gastar más.',
  },
} as const satisfies Translated<typeof english>;
