import type { mail as english } from '../en/mail.ts';
import type { Translated } from '../shape.ts';

/** Messages that Kept sends, in Spanish. */
export const mail = {
  invitation: {
    subject: '{{inviter}} le invita a Kept',
    body: 'Hola, {{name}}:\n\n{{inviter}} le invita a {{house}} en Kept. Abra este enlace para elegir su contraseña:\n\n{{link}}\n\nEl enlace sirve una sola vez, hasta {{until}}.',
  },
  reset: {
    subject: 'Elija una nueva contraseña para Kept',
    body: 'Hola, {{name}}:\n\nAlguien, probablemente usted, pidió una nueva contraseña. Abra este enlace para elegirla:\n\n{{link}}\n\nEl enlace sirve una sola vez, hasta {{until}}. Si no fue usted, ignore este mensaje; nada ha cambiado.',
  },
  test: {
    subject: 'Un mensaje de prueba de Kept',
    body: 'Hola, {{name}}:\n\nEste es el mensaje que pidió. {{house}} en Kept puede enviar correo.',
  },
} as const satisfies Translated<typeof english>;
