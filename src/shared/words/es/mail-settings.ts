import type { mailSettings as english } from '../en/mail-settings.ts';
import type { Translated } from '../shape.ts';

/** Settings > Mail, in Spanish. */
export const mailSettings = {
  title: 'Correo',
  sentence: 'Kept funciona sin correo. Con él, las invitaciones y los avisos llegan también a quien no está mirando.',
  none: 'No hay correo configurado. Todo se avisa en Kept y los enlaces se entregan en mano.',
  works: 'El correo está configurado.',
  environment:
    'El entorno del servidor dice cómo se envía el correo (KEPT_SMTP_URL). Prevalece sobre lo que se ponga aquí.',
  sealedElsewhere:
    'La contraseña la selló un servidor con otro secreto, así que este no puede enviar. Escríbala aquí otra vez.',
  host: 'Servidor de correo',
  hostHelp: 'Por ejemplo, smtp.example.org',
  port: 'Puerto',
  security: 'Protección del camino',
  securities: {
    tls: 'TLS desde el principio (normalmente, puerto 465)',
    starttls: 'STARTTLS (normalmente, puerto 587)',
    none: 'Ninguna: solo dentro de su propia red',
  },
  noneWarning: 'Sin protección, la contraseña y cada carta pueden leerse por el camino.',
  username: 'Usuario',
  usernameHelp: 'Déjelo vacío si el servidor no lo pide.',
  password: 'Contraseña',
  passwordKept: 'Está guardada y no se muestra nunca. Escriba solo para cambiarla.',
  fromAddress: 'Las cartas vienen de',
  fromName: 'Con el nombre',
  save: 'Guardar',
  saved: 'El correo queda configurado.',
  test: 'Enviarme un mensaje de prueba',
  testing: 'Enviando …',
  testSent: 'El servidor aceptó el mensaje para {{to}}. Compruebe si llegó.',
  testSaved: 'La prueba no guarda nada.',
  drop: 'No enviar más correo',
  dropSure: '¿No enviar más correo?',
  dropSentence: 'Se olvidan los datos y la contraseña. Todo se avisará en Kept y los enlaces se entregarán en mano.',
  dropped: 'Ya no se envía correo.',
  reply: 'Código del servidor: {{code}}',
  trouble: {
    'unknown-host': {
      title: 'No se conoce ningún servidor con ese nombre',
      act: 'Compruebe cómo está escrito el servidor de correo.',
    },
    refused: {
      title: 'El servidor no responde en ese puerto',
      act: 'Compruebe el puerto y si hay un cortafuegos de por medio.',
    },
    timeout: {
      title: 'El servidor no respondió a tiempo',
      act: 'Compruebe servidor y puerto; un cortafuegos puede tragarse lo que enviamos.',
    },
    'no-tls': {
      title: 'La protección no corresponde a ese puerto',
      act: 'Elija la otra: el puerto 465 suele tener TLS desde el principio; el 587, STARTTLS.',
    },
    certificate: {
      title: 'El certificado del servidor no es de confianza',
      act: 'Puede ser autofirmado, estar vencido o ser de otro nombre. Use el nombre que consta en él.',
    },
    'wrong-password': {
      title: 'El servidor no acepta este usuario y contraseña',
      act: 'Compruebe ambos. Algunos proveedores piden una contraseña aparte para programas.',
    },
    'sender-refused': {
      title: 'El servidor no acepta cartas de esta dirección',
      act: 'Use una dirección que pertenezca a este usuario.',
    },
    'reader-refused': {
      title: 'El servidor no acepta cartas para este destinatario',
      act: 'Compruebe la dirección; algunos servidores solo entregan dentro de su propia casa.',
    },
    busy: {
      title: 'El servidor pide volver más tarde',
      act: 'Es habitual en el primer contacto. Kept lo intenta solo; repita la prueba en unos minutos.',
    },
    'content-refused': {
      title: 'El servidor no acepta esta carta',
      act: 'Quizá la toma por correo no deseado. Pregunte a quien lleva el servidor.',
    },
    other: {
      title: 'La carta no salió',
      act: 'Pregunte a quien lleva el servidor de correo; el registro de Kept dice más.',
    },
  },
  way: {
    title: 'Correo en camino',
    calm: 'Nada espera y nada falló.',
    sent_one: '{{count, number}} carta enviada desde ayer',
    sent_many: '{{count, number}} de cartas enviadas desde ayer',
    sent_other: '{{count, number}} cartas enviadas desde ayer',
    waiting_one: '{{count, number}} carta espera',
    waiting_many: '{{count, number}} de cartas esperan',
    waiting_other: '{{count, number}} cartas esperan',
    retrying_one: '{{count, number}} se intenta otra vez',
    retrying_many: '{{count, number}} se intentan otra vez',
    retrying_other: '{{count, number}} se intentan otra vez',
    failed_one: 'se abandonó {{count, number}} carta',
    failed_many: 'se abandonaron {{count, number}} de cartas',
    failed_other: 'se abandonaron {{count, number}} cartas',
    again: 'Intentarlas otra vez',
    againDone_one: 'Se intenta otra vez {{count, number}} carta.',
    againDone_many: 'Se intentan otra vez {{count, number}} de cartas.',
    againDone_other: 'Se intentan otra vez {{count, number}} cartas.',
    row: '{{person}} · {{trouble}}',
  },
} as const satisfies Translated<typeof english>;
