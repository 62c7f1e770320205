import { describe, expect, it } from 'vitest';
import { atLocal } from '../platform/calendar/local-rules.ts';
import { findPromises } from './words-rules.ts';

const zone = 'Europe/London';
/** A Wednesday. */
const saidAt = atLocal('2027-06-09T11:00', zone)?.at ?? expect.fail();

/** The dues of the promises found, `-` where one has none. */
const duesOf = (text: string) =>
  findPromises(text, { language: 'es', saidAt, zone })
    .map((one) => one.due ?? '-')
    .join(',');

/** Promises, each with its due. */
const promises = [
  ['El viernes por la mañana le entregamos las llaves.', '2027-06-11T12:00'],
  ['Nos comprometemos a reembolsarle el importe antes del 15 de junio.', '2027-06-14'],
  ['En breve recibirá un correo de confirmación.', '-'],
  ['Mañana mismo le mando la factura corregida.', '2027-06-10'],
  ['El técnico pasará el viernes antes de las cinco.', '2027-06-11T17:00'],
  ['Un electricista irá a su domicilio mañana por la tarde.', '2027-06-10T20:00'],
  ['Mañana queda resuelto.', '2027-06-10'],
  ['La semana que viene, el miércoles, le entregamos el coche.', '2027-06-16'],
  ['La semana que viene recibirá el informe.', '2027-06-18'],
  ['En media hora le llamo.', '2027-06-09T11:30'],
  ['Le respondo en dos horas.', '2027-06-09T13:00'],
  ['Su incidencia quedará resuelta en un máximo de 48 horas.', '2027-06-11T11:00'],
  ['Le avisaremos en cuanto llegue la pieza.', '-'],
  ['Se lo confirmo enseguida.', '-'],
  ['El viernes le hacemos la transferencia.', '2027-06-11'],
  ['El importe le será devuelto el viernes.', '2027-06-11'],
  ['A finales de mes le abonaremos la diferencia.', '2027-06-30'],
  ['Antes de que acabe el mes tendrá su tarjeta.', '2027-06-30'],
  ['Le devolveremos todos los gastos.', '-'],
  ['No se preocupe, yo me encargo de hablar con el almacén.', '-'],
  ['Mañana le digo algo.', '2027-06-10'],
  ['Esta tarde te paso las fotos.', '2027-06-09T20:00'],
  ['le he prometido que mañana la llamamos', '2027-06-10'],
  ['prometido al cliente presupuesto para el viernes', '2027-06-11'],
  ['Antes del miércoles tendrá noticias nuestras.', '2027-06-15'],
  ['Mañana a primera hora le llama mi compañero.', '2027-06-10T10:00'],
  ['Le guardamos el paquete hasta el viernes.', '2027-06-11'],
  ['A partir de mañana podrá recoger su vehículo.', '2027-06-10'],
  ['Puede recoger sus gafas mañana a partir de las 16:00.', '2027-06-10T16:00'],
  ['Vamos a enviarle el contrato mañana.', '2027-06-10'],
  ['Mañana le vamos a cambiar el contador.', '2027-06-10'],
  ['El pedido le llega el viernes.', '2027-06-11'],
  ['Su pedido sale el viernes de nuestro almacén.', '2027-06-11'],
  ['La entrega está programada para el viernes.', '2027-06-11'],
  ['Tendrá la respuesta en siete días hábiles.', '2027-06-18'],
  ['En quince días le llega la tarjeta.', '2027-06-24'],
  ['Le damos una respuesta el viernes como muy tarde.', '2027-06-11'],
  ['Mañana le envío el presupuesto y el viernes le llamo.', '2027-06-10,2027-06-11'],
  ['Te llamo mañana y te cuento.', '2027-06-10'],
  ['Tomamos nota y le mantendremos informado.', '-'],
  ['Antes del sábado le doy una respuesta.', '2027-06-11'],
  ['Enseguida le paso con un compañero.', '-'],
  ['El lunes a lo largo del día le visitará nuestro perito.', '2027-06-14'],
  ['Te dejo el coche listo el viernes a mediodía.', '2027-06-11T12:00'],
  ['Procedemos a tramitar su baja.', '-'],
  ['Mañana nos ponemos en contacto con usted.', '2027-06-10'],
  ['Nos pondremos en contacto con usted.', '-'],
  ['El viernes tendrá el dinero en su cuenta.', '2027-06-11'],
  ['Mañana pasará un compañero a revisar la caldera.', '2027-06-10'],
  ['Lo miro y le digo.', '-'],
  ['Para el viernes lo tendrá solucionado.', '2027-06-11'],
  ['Hemos reservado al técnico para usted: irá el viernes.', '2027-06-11'],
  ['Se le devolverá el dinero el viernes.', '2027-06-11'],
  ['Le mandaremos a alguien el viernes.', '2027-06-11'],
  ['Le haremos llegar la documentación.', '-'],
  ['Hoy le llega el correo con las claves.', '2027-06-09'],
  ['Ahora mismo se lo cambio.', '-'],
  ['Mañana por fin le instalamos la fibra.', '2027-06-10'],
  ['Mañana a las diez estamos en su casa.', '2027-06-10T10:00'],
  ['quedé en llamarla el viernes', '2027-06-11'],
  ['El ayuntamiento le comunicará la resolución antes del sábado.', '2027-06-11'],
  ['Dentro de este mes le regularizamos la factura.', '2027-06-30'],
  ['Mañana le estará llegando el repuesto.', '2027-06-10'],
  ['Con gusto le colaboramos con eso.', '-'],
  ['El viernes le estoy confirmando.', '2027-06-11'],
  ['Tranquila, que el viernes lo tienes.', '2027-06-11'],
] as const;

/** What a day, a term, a time of day is taken for. */
const times = [
  ['Se lo entregaremos el 5/12.', '2027-12-05'],
  ['Le llamaremos el miércoles 23 de junio.', '2027-06-23'],
  ['Le llamaremos el día 25.', '2027-06-25'],
  ['Le llamaremos el quince de junio.', '2027-06-15'],
  ['Le llamaremos este viernes.', '2027-06-11'],
  ['Le llamaremos el próximo viernes.', '2027-06-11'],
  ['Le llamaremos antes del 15 de junio.', '2027-06-14'],
  ['A principios de la semana que viene se lo enviaremos.', '2027-06-15'],
  ['Se lo repararemos el fin de semana.', '2027-06-13'],
  ['Se lo enviaremos el mes que viene.', '2027-07-31'],
  ['A mediados de junio se lo enviaremos.', '2027-06-15'],
  ['Se lo enviaremos en agosto.', '2027-08-31'],
  ['Antes de Navidad lo tendrá en casa.', '2027-12-24'],
  ['Le llamaremos en una hora y media.', '2027-06-09T12:30'],
  ['Le llamo en un cuarto de hora.', '2027-06-09T11:15'],
  ['Le responderemos en una semana.', '2027-06-16'],
  ['Le responderemos en el plazo de un mes.', '2027-07-09'],
  ['Le llamaremos mañana a las cinco y media.', '2027-06-10T17:30'],
  ['Le llamaremos mañana a las once menos cuarto.', '2027-06-10T10:45'],
  ['Le llamaremos mañana a las ocho de la tarde.', '2027-06-10T20:00'],
  ['Le llamaremos mañana a las ocho de la mañana.', '2027-06-10T08:00'],
  ['Le llamaremos mañana antes de comer.', '2027-06-10T14:00'],
  ['Pasaremos mañana entre las diez y las doce.', '2027-06-10T12:00'],
  ['Pasaremos mañana de 9 a 14 h.', '2027-06-10T14:00'],
  ['Hoy antes de las 10 de la noche se lo enviamos.', '2027-06-09T22:00'],
  ['Le enviaremos una copia de la factura del 3 de mayo.', '-'],
  ['Le reembolsaremos en cinco días desde la recepción del paquete.', '-'],
  ['Le ampliaremos la reserva hasta el 20 de junio.', '-'],
  ['Le llamaremos el viernes a lo largo del día.', '2027-06-11'],
  ['Lo tendrá el viernes o el sábado.', '2027-06-12'],
  ['Le responderemos en tres días laborables.', '2027-06-14'],
] as const;

/** Past, hedged, asked, refused, somebody else's, or a mere announcement. */
const none = [
  'Mañana no podremos atenderle.',
  'Le recordamos que el plazo termina el viernes.',
  'Nuestro horario es de 9 a 14 h de lunes a viernes.',
  'Su contrato vence el 30 de junio.',
  'El 15 de junio se le cargará la cuota en su cuenta.',
  'Si no recibimos el pago, le cortaremos la luz el lunes.',
  'Podríamos pasar el viernes, si le viene bien.',
  'Intentaremos resolverlo esta semana.',
  'Seguramente lo tendremos el viernes.',
  'Le llamé el lunes y no estaba.',
  'El cliente quedó en pagar el viernes.',
  'El proveedor nos entregará la pieza el viernes.',
  '¿Le llamo mañana?',
  '¿Quiere que pasemos mañana?',
  'Le agradecemos su paciencia.',
  'Nos vemos el viernes.',
  'Tiene cita el viernes a las 10 con el doctor.',
  'Debe presentar la documentación antes del viernes.',
  'Llámenos antes del viernes.',
  'Siempre respondemos en 24 horas.',
  'Nos gustaría visitarle el viernes.',
  'Quizá el viernes le llame.',
  'No le prometo nada, pero miraré si mañana hay sitio.',
  'Abrimos el lunes a las nueve.',
  'La tienda cerrará el lunes.',
  'Estaremos cerrados del 1 al 15 de agosto.',
  'Me dijo que me llamaría mañana.',
  'Lamentamos informarle de que su solicitud ha sido denegada.',
  'Esperamos su respuesta antes del viernes.',
  'El casero arreglará la caldera mañana.',
  'Mañana vence su seguro.',
  'Le hemos enviado el contrato hoy.',
  'La compra se hizo el lunes y ayer la anulamos.',
  'Ojalá llegue mañana.',
  'En caso de avería, acudiremos en 24 horas.',
  'El banco tardará tres días.',
  'No sabemos cuándo llegará la pieza.',
  'Tendrá que traer el DNI el viernes.',
  'El viernes habrá un corte de luz.',
  'Mañana estaré fuera de la oficina.',
  'El viernes abrimos nueva tienda.',
  'Su abono caduca el viernes.',
  'Si hubiéramos podido, se lo habríamos llevado el lunes.',
  'Deberíamos tenerlo el viernes.',
  'Le esperamos el viernes a las diez.',
  '¿Cuándo me enviarán el contrato?',
  'El cliente pasará mañana a recoger el paquete.',
  'Recibirá una multa si no paga antes del viernes.',
  'Le informamos de que mañana no habrá servicio.',
] as const;

describe('promises in Spanish', () => {
  it.each(promises)('%s', (text, dues) => {
    expect(duesOf(text)).toBe(dues);
  });

  it.each(times)('%s', (text, dues) => {
    expect(duesOf(text)).toBe(dues);
  });

  it.each(none)('none: %s', (text) => {
    expect(findPromises(text, { language: 'es', saidAt, zone })).toEqual([]);
  });
});
