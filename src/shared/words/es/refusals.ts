import type { RefusalCode } from '../../refusals.ts';
import type { ClientRefusal, RefusalWords } from '../shape.ts';
import { refusalsOfMoments } from './refusals-moments.ts';

/** Every refusal in Spanish, by its code: what happened, and what to do. */
export const refusals = {
  ...refusalsOfMoments,
  'request.malformed-json': {
    title: 'No pudimos leer lo que se envió.',
    act: 'No es un JSON válido. Corríjalo y envíelo de nuevo.',
  },
  'request.too-deep': { title: 'Lo enviado tiene demasiados niveles.', act: 'Envíelo con menos niveles.' },
  'request.duplicate-key': { title: 'El mismo campo se envió dos veces.', act: 'Envíe cada campo una sola vez.' },
  'request.forbidden-key': {
    title: 'Un campo tiene un nombre no permitido.',
    act: 'Cambie el nombre del campo y envíelo de nuevo.',
  },
  'request.repeated-parameter': {
    title: 'Un parámetro de la dirección aparece dos veces.',
    act: 'Déjelo una sola vez.',
  },
  'request.bad-query': {
    title: 'No se entiende algo de la dirección.',
    act: 'Revise los filtros o abra la página desde el menú.',
  },
  'request.bad-cursor': {
    title: 'Este punto de la lista ya no es válido.',
    act: 'Empiece desde el principio de la lista.',
  },
  'request.bad-idempotency-key': {
    title: 'La clave de idempotencia no es válida.',
    act: 'Use de 1 a 255 caracteres visibles.',
  },
  'request.key-in-url': {
    title: 'Se envió una clave en la dirección.',
    act: 'Envíela en la cabecera Authorization y sustituya esta clave: las direcciones quedan en los registros.',
  },
  'request.invalid': {
    title: 'Todavía hay algo que corregir.',
    act: 'Corrija los campos señalados; no se ha guardado nada.',
  },
  'request.unknown-field': { title: 'Hay un campo desconocido.', act: 'Quítelo; no se ha guardado nada.' },
  'request.too-large': {
    title: 'Es demasiado grande para recibirlo de una vez.',
    act: 'Envíelo en partes más pequeñas.',
  },
  'request.expands-too-much': {
    title: 'Al descomprimirse crece demasiado.',
    act: 'Envíelo sin comprimir y en partes más pequeñas.',
  },
  'request.unsupported-type': {
    title: 'Aquí no se admite este tipo de contenido.',
    act: 'Envíe JSON o el tipo de archivo que indica la página.',
  },
  'request.method-not-allowed': {
    title: 'Esta dirección no admite ese método.',
    act: 'Use el método que indica la página de la API.',
  },
  'request.not-found': { title: 'No hay nada en esta dirección.', act: 'Revise la dirección o vaya a Hoy.' },
  'request.too-many': { title: 'Demasiadas peticiones en poco tiempo.', act: 'Espere un minuto e inténtelo de nuevo.' },
  'request.idempotency-mismatch': {
    title: 'Esta petición ya se envió con otro contenido.',
    act: 'Use una clave de idempotencia nueva para un contenido nuevo.',
  },
  'request.idempotency-running': {
    title: 'La misma petición todavía se está procesando.',
    act: 'Espere un momento; la respuesta será la misma.',
  },
  'request.cross-site': { title: 'Llegó desde otro sitio y se rechazó.', act: 'Abra Kept y hágalo allí.' },
  'access.not-signed-in': { title: 'No ha iniciado sesión.', act: 'Inicie sesión y siga donde estaba.' },
  'access.not-allowed': {
    title: 'Su función no incluye esto.',
    act: 'Pídaselo a un administrador si lo necesita para su trabajo.',
  },
  'access.purpose': { title: 'Esto no puede usarse para ese fin.', act: 'Úselo solo para lo que el cliente aceptó.' },
  'house.busy': {
    title: 'Kept está muy ocupado en este momento.',
    act: 'No se perdió nada. Inténtelo de nuevo en un momento.',
  },
  'house.database-away': {
    title: 'La base de datos no responde.',
    act: 'No se guardó nada. Inténtelo de nuevo en breve; si continúa, avise a su administrador.',
  },
  'house.storage-full': {
    title: 'El disco está lleno.',
    act: 'No se guardó nada. Avise a su administrador: Kept necesita más espacio.',
  },
  'house.too-slow': {
    title: 'Tardó demasiado y se detuvo.',
    act: 'Acótelo (un período más corto, menos filas) e inténtelo de nuevo.',
  },
  'house.not-set-up': {
    title: 'Kept aún no está configurado.',
    act: 'Abra el enlace de configuración que el servidor mostró al arrancar.',
  },
  'house.already-set-up': {
    title: 'Kept ya está configurado.',
    act: 'Inicie sesión o pida a un administrador que le invite.',
  },
  'record.not-found': { title: 'Esto ya no está aquí, o nunca estuvo.', act: 'Vuelva a la lista y ábralo desde allí.' },
  'record.stale': {
    title: 'Alguien lo cambió antes de que usted guardara.',
    act: 'Mire la versión más reciente y haga su cambio de nuevo.',
  },
  'record.conflict': { title: 'Esto no encaja con lo que ya existe.', act: 'Mire lo que hay y decida.' },
  'house.away': {
    title: 'No se puede conectar con Kept.',
    act: 'Compruebe su conexión. Lo que escribió sigue aquí; continuará solo cuando vuelva la conexión.',
  },
  'house.fault': {
    title: 'Algo falló por nuestra parte.',
    act: 'No se guardó nada. Inténtelo de nuevo; si persiste, dé a su administrador el número de abajo.',
  },
  'house.unreadable': {
    title: 'No se pudo leer la respuesta.',
    act: 'Probablemente Kept se actualizó. Vuelva a cargar la página.',
  },
  'event.in-future': { title: 'Esto está en el futuro.', act: 'Indique cuándo ocurrió.' },
  'source.name-taken': { title: 'Ya existe un origen con este nombre.', act: 'Elija otro nombre.' },
  'merge.already-one': { title: 'Estos dos ya son un mismo cliente.', act: 'No hace falta hacer nada.' },
  'merge.too-many': {
    title: 'Un cliente puede reunir 50 registros como máximo.',
    act: 'Deshaga antes una unión que no haga falta.',
  },
  'merge.already-undone': { title: 'Esta unión ya se deshizo.', act: 'Mire el cliente tal como está ahora.' },
  'key.no-key': {
    title: 'Esto no distingue a un cliente de otro.',
    act: 'Indique una dirección o un número completo que sea suyo.',
  },
  'key.held-by-another': { title: 'Otro cliente tiene esta clave.', act: 'Mire los dos; si son el mismo, únalos.' },
  'key.blocked': { title: 'Esta clave la comparten muchos o no es de nadie.', act: 'Use una clave que sea suya.' },
  'promise.due-in-past': { title: 'Ese momento ya ha pasado.', act: 'Elija una fecha que esté por llegar.' },
  'promise.no-due': { title: 'No se dice para cuándo es.', act: 'Añada una fecha.' },
  'promise.keeper-unfit': {
    title: 'Quien debe cumplirlo no trabaja aquí ahora.',
    act: 'Elija a otra persona u otro departamento.',
  },
  'promise.outer-unfit': {
    title: 'La promesa que espera a esta no está abierta.',
    act: 'Elija una promesa abierta del mismo cliente.',
  },
  'promise.other-unit': {
    title: 'El resultado está en otra unidad que la promesa.',
    act: 'Indíquelo en la unidad de la promesa.',
  },
  'promise.wrong-state': { title: 'Esta promesa ya no está en ese estado.', act: 'Mire cómo está ahora.' },
  'promise.not-yours': {
    title: 'Esto les corresponde a otros.',
    act: 'Pídalo a quien la cumple, a quien la hizo o a un responsable.',
  },
  'promise.link-void': {
    title: 'Este enlace ya no abre.',
    act: 'Pida uno nuevo a la empresa que se lo envió.',
  },
  'touchpoint.alias-unfit': {
    title: 'Este punto de contacto no puede ser otro nombre de aquel.',
    act: 'Elija un punto de contacto del catálogo que esté abierto y no sea a su vez otro nombre.',
  },
  'touchpoint.department-unfit': {
    title: 'No todos los departamentos indicados están abiertos.',
    act: 'Elija departamentos que trabajen ahora.',
  },
  'standing.same-event': {
    title: 'Un mismo suceso abriría y cerraría esta promesa a la vez.',
    act: 'Elija otro suceso que la cierre o distíngalos con una condición.',
  },
  'standing.contradiction': {
    title: 'Dos condiciones se contradicen: ningún suceso cumple ambas.',
    act: 'Deje una sola condición por propiedad.',
  },
  'standing.desired-late': {
    title: 'El plazo deseado acaba después del prometido.',
    act: 'Hágalo más corto que lo prometido o déjelo vacío.',
  },
  'promise.too-late': {
    title: 'Ya no se puede retirar.',
    act: 'Pida a un compañero que lo corrija; lo que se anotó primero permanece.',
  },
  'staff.sign-in-refused': {
    title: 'El correo o la contraseña no es correcto.',
    act: 'Revise ambos e inténtelo de nuevo, o pida una contraseña nueva.',
  },
  'staff.wrong-password': {
    title: 'La contraseña actual no es correcta.',
    act: 'Escríbala de nuevo; no se cambió nada.',
  },
  'staff.link-spent': { title: 'Este enlace ya se usó o es demasiado antiguo.', act: 'Pida uno nuevo.' },
  'staff.email-taken': {
    title: 'Alguien ya tiene aquí esta dirección.',
    act: 'Use otra dirección o busque a la persona en la lista.',
  },
  'staff.own-role': { title: 'Nadie cambia su propio rol.', act: 'Pídalo a otro administrador.' },
  'staff.not-yours': { title: 'Esta persona no es de su departamento.', act: 'Pídalo a un administrador.' },
  'staff.more-than-own': {
    title: 'No puede dar más derechos de los que tiene.',
    act: 'Elija menos o pídalo a un administrador.',
  },
  'staff.last-administrator': { title: 'Es el último administrador.', act: 'Nombre antes a otro administrador.' },
  'staff.successor-unfit': {
    title: 'Esta persona no puede tomar el relevo.',
    act: 'Elija a un colega que trabaje aquí ahora.',
  },
  'staff.department-in-use': {
    title: 'Todavía hay personas en este departamento.',
    act: 'Diga a qué departamento abierto pasan.',
  },
  'staff.not-an-image': {
    title: 'No es una imagen que Kept muestre.',
    act: 'Envíe un archivo PNG, JPEG o WebP de hasta 1 MB.',
  },
  'mail.environment': {
    title: 'El correo está configurado en el entorno del servidor.',
    act: 'Cámbielo donde se inicia el servidor, o quite de allí KEPT_SMTP_URL.',
  },
  'mail.password-needed': {
    title: 'Hace falta escribir otra vez la contraseña.',
    act: 'Para otro servidor u otro usuario, escriba su contraseña.',
  },
  'line.taken': {
    title: '{{name}} acaba de tomar esto.',
    act: 'Pídale que lo devuelva o déjeselo.',
  },
  'line.stays': {
    title: 'Esto se queda con quien está.',
    act: 'Ábralo para ver quién puede hacerlo.',
  },
  'line.own-way': {
    title: 'Esto se pasa en su propia página.',
    act: 'Ábralo y nombre allí a otra persona.',
  },
  'line.handed-on': {
    title: 'Esto ya no se puede recuperar.',
    act: 'Pregunte a quien lo tiene ahora.',
  },
  'line.receiver-gone': {
    title: 'Allí nadie puede recibirlo.',
    act: 'Elija a alguien que trabaje aquí o un departamento abierto.',
  },
  'staff.region-unknown': {
    title: 'Esta región no se conoce.',
    act: 'Elija una de la lista o todo el país.',
  },
  'import.spreadsheet': {
    title: 'Las hojas de cálculo aún no se pueden importar.',
    act: 'Guarde la hoja como CSV y suba ese archivo.',
  },
  'import.no-file': {
    title: 'Este archivo no está aquí.',
    act: 'Súbalo de nuevo.',
  },
  'import.same-file': {
    title: 'Este archivo ya se importó.',
    act: 'Mire aquella importación o indique que se importe otra vez.',
  },
  'import.bad-yaml': {
    title: 'La asignación no es YAML válido.',
    act: 'Corríjala en la línea marcada.',
  },
  'import.starter-may-not': {
    title: 'Quien la puso en marcha ya no puede importar.',
    act: 'Mire hasta dónde llegó y deje que siga en su nombre.',
  },
  'import.bad-mapping': {
    title: 'La asignación no corresponde a este archivo.',
    act: 'Corrija las partes marcadas.',
  },
  'import.empty-file': {
    title: 'Este archivo no tiene filas.',
    act: 'Elija otro archivo.',
  },
  'import.damaged-file': {
    title: 'El archivo comprimido está dañado.',
    act: 'Comprímalo de nuevo o súbalo sin comprimir.',
  },
  'import.too-many-columns': {
    title: 'Este archivo tiene demasiadas columnas.',
    act: 'Compruebe el separador; el máximo son 10 000 columnas.',
  },
  'import.wrong-state': {
    title: 'No se puede hacer en el estado actual de la importación.',
    act: 'Mire su estado más reciente.',
  },
  'import.busy-elsewhere': {
    title: 'Se está deshaciendo otra importación de este origen.',
    act: 'Espere a que termine.',
  },
} as const satisfies Record<RefusalCode | ClientRefusal, RefusalWords>;
