import type { momentsOutside as english } from '../en/moments-outside.ts';
import type { Translated } from '../shape.ts';

/** What a customer reads who is asked how it was: the letter and the page behind its link, in Spanish. */
export const momentsOutside = {
  letter: {
    contact: {
      subject: '{{house}}: ¿cómo le fue el {{day}}?',
      text: 'El {{day}} estuvo usted en contacto con {{house}}. ¿Cómo le fue? Con un toque basta.',
    },
    later: {
      subject: '{{house}}: ¿cómo recuerda el {{day}}?',
      text: 'Hace unos días, el {{day}}, estuvo usted en contacto con {{house}}. ¿Cómo lo recuerda ahora? Con un toque basta.',
    },
    recovery: {
      subject: '{{house}}: ¿ya está bien?',
      text: 'El {{day}} algo no estuvo bien entre nosotros, e hicimos algo por repararlo. Solo usted puede decir si ya está bien.',
    },
    act: 'Conteste aquí:',
    foot: '{{house}} pregunta poco, y nunca dos veces por lo mismo. El enlace es solo suyo y abre hasta el {{until}}; en su página también puede decir que no quiere que se le pregunte.',
  },
  page: {
    title: '¿Cómo le fue?',
    contact: '¿Cómo le fue?',
    later: '¿Cómo lo recuerda?',
    recovery: '¿Ya está bien?',
    of: '{{house}}, {{day}}',
    at: '{{house}}, {{day}}: {{place}}',
    mark: { '1': 'Muy mal', '2': 'Mal', '3': 'Ni bien ni mal', '4': 'Bien', '5': 'Muy bien' },
    saved: 'Gracias. {{house}} tiene su respuesta.',
    savedBad: 'Gracias por decirlo. Alguien de {{house}} se hace cargo antes de una hora.',
    change: 'Puede cambiarla hasta el {{date}}.',
    again: 'Usted ya contestó. Si ahora es distinto, elija otra vez: vale su última respuesta.',
    more: 'Si quiere, cuente más',
    people: 'Las personas',
    information: 'Lo que le dijeron: ¿era correcto y suficiente?',
    process: 'Cómo transcurrió: esperas, esfuerzo, fechas cumplidas',
    environment: 'El lugar, o la página',
    functional: '¿Obtuvo lo que necesitaba?',
    was: '¿Qué no estuvo bien?',
    kind: { treatment: 'El trato que recibí', product: 'Lo que compré o me suministran', both: 'Ambas cosas' },
    words: 'Con sus palabras',
    wants: '¿Qué haría que volviera a estar bien?',
    send: 'Enviar',
    sent: 'Enviado',
    yes: 'Sí, ya está bien',
    no: 'No, todavía no',
    repaired: 'Nos alegra. Gracias por contárnoslo.',
    unrepaired: 'Gracias por decirlo. {{house}} sigue con ello.',
    stop: 'No me pregunten más',
    stopped: 'No se le volverá a preguntar.',
    undo: 'Pregúntenme, después de todo',
    noLink: 'Esta página se abre con un enlace',
    noLinkSentence: 'Abra el enlace que le envió la empresa, con todo lo que va tras el signo #.',
    void: 'Este enlace ya no abre',
    voidSentence: 'Venció, o se retiró la pregunta. No hace falta hacer nada.',
    trust: 'Su respuesta llega a {{house}} y a nadie más.',
  },
} as const satisfies Translated<typeof english>;
