import type { imports as english } from '../en/imports.ts';
import type { Translated } from '../shape.ts';

/** Por qué no se tomaron filas de un archivo y qué se leyó de otro modo, en español. */
export const imports = {
  reasons: {
    'import-unclosed-quote': 'Hay una comilla abierta que no se cierra.',
    'import-stray-quote': 'Hay texto después de una comilla de cierre.',
    'import-unreadable-text': 'La fila tiene signos que esta codificación no tiene, o un byte cero.',
    'import-row-too-short': 'La fila tiene menos celdas que la cabecera.',
    'import-row-too-long': 'La fila tiene más celdas que la cabecera.',
    'import-header-again': 'La cabecera se repite aquí.',
    'import-no-event': 'Ningún suceso de la asignación corresponde a esta fila.',
    'import-no-group': 'Las columnas que unen filas están vacías.',
    'import-no-key': 'La clave de esta fila está vacía o es demasiado larga.',
    'import-no-name': 'El nombre del suceso está vacío.',
    'import-bad-date': 'No se puede leer la fecha.',
    'import-consent': 'Una importación no puede dar consentimiento: no aporta pruebas.',
    'import-group-too-long': 'Demasiadas filas van juntas.',
    'import-lost-digits': 'Este número ha perdido cifras (lo acortó una hoja de cálculo). No se usó como clave.',
    'import-not-a-number': 'No es un número; se guardó como texto.',
    'import-not-a-date': 'No es una fecha; se guardó como texto.',
    'import-not-yes-or-no': 'No es ni sí ni no; se guardó como texto.',
    'event-same-id-other-content': 'La misma clave llegó antes con otro contenido.',
    'event-bad-time': 'La hora no es válida.',
    'event-in-future': 'La hora está en el futuro.',
    'event-bad-money': 'No se puede leer un importe.',
    'event-unclean-text': 'El texto tiene signos que no se pueden guardar.',
    'event-too-large': 'El suceso es demasiado grande.',
    other: 'No se pudo tomar la fila.',
  },
  /** Headings that the error file puts before the columns of the original. */
  file: {
    line: 'línea',
    code: 'código',
    reason: 'motivo',
    detail: 'detalle',
  },
} as const satisfies Translated<typeof english>;
