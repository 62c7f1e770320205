import type { promisesPublic as english } from '../en/promises-outside-public.ts';
import type { Translated } from '../shape.ts';

/** The page of promises that everybody may read, and the settings of promises, in Spanish. */
export const promisesPublic = {
  page: {
    title: 'Nuestras promesas',
    sentence: 'Lo que cada cliente de {{house}} puede exigirnos.',
    none: 'Aquí no hay nada',
    noneSentence: 'Puede que la dirección sea otra o que la página ya no esté abierta.',
    noPromises: 'Ahora no hay ninguna promesa en vigor.',
    conditions: 'Condiciones',
    limits: 'Límites',
    complain: 'Si no la cumplimos',
    contact: 'Contacto',
    indicator: 'Cómo la medimos',
    since: 'En vigor desde el {{date}}',
    kept: 'cumplidas',
    allTitle: 'Cómo cumplimos nuestra palabra',
    all: 'De {{settled}} promesas que vencían del {{since}} al {{until}} cumplimos {{kept}}.',
    interval: 'Con tantas, la proporción verdadera está entre el {{low}} y el {{high}} (intervalo del 95 %).',
    late_one: '{{count, number}} más va con atraso y aún no tiene resultado; aquí no se cuenta.',
    late_many: '{{count, number}} más van con atraso y aún no tienen resultado; aquí no se cuentan.',
    late_other: '{{count, number}} más van con atraso y aún no tienen resultado; aquí no se cuentan.',
    one: 'Cumplidas {{kept}} de {{settled}} en doce meses',
    bar: '{{share}} cumplidas, {{rest}} incumplidas',
    honest:
      'Se cuenta por el primer día prometido, sin omitir nada. Un cambio que el cliente no aceptó a tiempo cuenta como incumplido.',
  },
  changed: {
    accept_minutes: 'Quien cumple responde en',
    alarm_shares: 'Avisos antes del plazo',
    public_page: 'Página pública',
    public_rate: 'Tasa en la página pública',
  },
  settings: {
    title: 'Promesas',
    sentence: 'Cuánto tiene para responder quien cumple, cuándo se le avisa y qué ve el público.',
    clock: 'Respuesta y avisos',
    accept: 'Quien cumple responde en',
    acceptHelp:
      'Horas laborables suyas. Lo que nadie acepta a tiempo se pone en rojo para quien lo prometió. Nunca más tarde que a medio plazo.',
    hours: 'horas laborables',
    shares: 'Avisos antes del plazo',
    sharesHelp: 'Se avisa a quien cumple cuando ha pasado esa parte del tiempo. Al vencer se le avisa siempre.',
    share: '{{share}} del tiempo',
    from: 'Un cambio vale para las promesas que se hagan o cambien desde entonces.',
    outside: 'Lo que ve el público',
    page: 'Una página pública de sus promesas permanentes',
    pageHelp:
      'La puede leer todo el mundo sin cuenta, en tres idiomas. Muestra lo que está en vigor y señalado como público.',
    see: 'Abrir la página',
    rate: 'Mostrar cómo las cumple',
    rateHelp:
      'La tasa verdadera de todas las promesas que vencían en doce meses, con su intervalo, y la de cada permanente.',
    warning:
      'Piénselo bien: se muestra sea cual sea, también en los meses malos. Nadie puede elegir el periodo ni dejar fuera una promesa. Si luego la quita, se notará.',
    saved: 'Guardado.',
    newest: 'Ver lo más nuevo',
    partners: 'Socios externos',
    standing: 'Promesas permanentes',
  },
} as const satisfies Translated<typeof english>;
