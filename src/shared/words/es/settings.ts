import type { settings as english } from '../en/settings.ts';
import type { Translated } from '../shape.ts';

/** Settings, claims and blocked keys, in Spanish. */
export const settings = {
  sentence: 'Lo que se ajusta una vez y rara vez se mira.',
  group: { you: 'Usted', house: 'La casa', customers: 'Clientes', privacy: 'Usos de los datos' },
  to: {
    account: { name: 'Mi cuenta', for: 'Nombre, idioma, zona horaria, contraseña' },
    organisation: { name: 'Organización', for: 'Nombre, idiomas, moneda, semana laboral, logotipo' },
    departments: { name: 'Departamentos', for: 'Sus nombres y quién los dirige' },
    rights: { name: 'Quién puede hacer qué', for: 'Cada función con sus permisos' },
    mail: { name: 'Correo', for: 'El servidor de correo, un mensaje de prueba, las cartas en camino' },
    keys: { name: 'Claves de API', for: 'Programas que actúan aquí' },
    changes: { name: 'Qué se cambió', for: 'Quién cambió la propia casa' },
    claims: { name: 'Declaraciones abiertas', for: 'Claves que alguien dice que son suyas' },
    blocked: { name: 'Claves bloqueadas', for: 'Números compartidos que no nombran a nadie' },
    uses: { name: 'Usos de los datos de un cliente', for: 'Quién miró, cuándo, para qué' },
    proof: { name: 'Prueba del registro', for: 'Si el registro de usos está entero' },
  },
  key: {
    email: 'Correo',
    phone: 'Teléfono',
    user: 'Número de cliente',
    card: 'Tarjeta',
    agreement: 'Contrato',
    tax: 'Número fiscal',
    anonymous: 'Marca anónima',
    other: 'Otra',
  },
  claims: {
    title: 'Declaraciones abiertas',
    sentence: 'Alguien dice que una clave es suya y nadie lo ha comprobado. Hasta entonces no abre nada.',
    none: 'Ninguna declaración abierta',
    noneSentence: 'Cuando un formulario o un navegador nombra una dirección sin verificar, espera aquí.',
    unnamed: 'Alguien sin nombre',
    says: '{{name}}: {{kind}} {{value}}',
    held: 'ahora es la clave de {{name}}',
    free: 'de nadie más',
    verify: 'Es suya',
    refuse: 'No es suya',
    settle: { verified: 'La clave es suya', refused: 'La clave no es suya' },
    evidence: '¿Cómo lo sabe?',
    evidenceHelp: {
      verified: 'Por ejemplo: respondió desde esta dirección; la mostró en la tienda.',
      refused: 'Por ejemplo: un error al escribir; dice que no es suya.',
    },
    done: { verified: 'La clave ya es suya.', refused: 'La declaración está rechazada.' },
  },
  blocked: {
    title: 'Claves bloqueadas',
    sentence:
      'El número de una tienda, la dirección de una familia: una clave compartida por muchos nunca dice quién es alguien.',
    none: 'Nada está bloqueado',
    noneSentence: 'Bloquee un número o una dirección cuando aparezcan muchos clientes bajo él.',
    add: 'Bloquear una clave',
    act: 'Bloquear',
    kind: 'Clase',
    value: 'Número o dirección',
    reason: 'Por qué',
    reasonHelp: 'De quién es, para que los colegas lo entiendan.',
    done: 'La clave está bloqueada.',
  },
} as const satisfies Translated<typeof english>;
