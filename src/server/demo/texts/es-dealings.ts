import type { DealingBook } from './kinds.ts';

/** What is complained of, asked for, answered and promised in Spanish; written like the rest of the book. */
export const esDealings: DealingBook = {
  complaintDoubleCharge: [
    'Me han cobrado dos veces la misma factura, {amount} y otra vez {amount}. Devuélvanmelo ya.',
    'Miro el banco y veo dos cargos iguales de {amount}. Me han dejado la cuenta en números rojos.',
    'Otra vez {amount} de una factura que ya estaba pagada. ¿Quién revisa esto?',
    'El recibo está duplicado. Son {amount} y los necesito para el alquiler.',
    'Tengo la {tariff} y por lo visto no soy [el único|la única]: a mi cuñada también le han cobrado dos veces.',
  ],
  complaintLateVisit: [
    'Pedí la mañana en el trabajo para esperar al técnico y no apareció hasta el último momento.',
    'Me dijeron una hora y llegó cuando le pareció, y sin avisar.',
    'Toda la mañana esperando al técnico. Ni una llamada para decir que venía tarde.',
  ],
  complaintRude: [
    'La persona que me atendió, {employee}, me habló como si fuera tont[o|a].',
    'Me colgaron el teléfono mientras explicaba el problema. No hay derecho.',
    'En la tienda estaban hablando entre ellos y cuando pregunté me contestaron de malas maneras.',
  ],
  complaintOutage: [
    'Nueve horas sin luz y nadie coge el teléfono. He tirado todo lo del congelador.',
    'Es el tercer corte en un mes en {street}. ¿Qué pasa en esta calle?',
    'Mi padre usa un aparato para respirar y estuvimos toda la noche sin luz y sin que nadie nos avisara.',
  ],
  complaintOutageFirm: [
    'Hemos tenido que cerrar por el corte. ¿Quién nos paga la caja de ese día?',
    'Hemos perdido una mañana entera de trabajo por el corte. Exijo una explicación por escrito.',
  ],
  complaintBill: [
    'Siguen facturando con lecturas estimadas aunque les mando la lectura cada dos meses.',
    'Me prometieron un descuento que no aparece en ninguna factura.',
    'Me facturan un servicio de caldera que nunca contraté.',
    'He reclamado ya tres veces por los {amount} de {month} y cada persona me dice una cosa.',
  ],
  complaintSilence: [
    'Escribí hace {days} días y no me ha contestado nadie.',
    'Me han prometido tres veces que me llamarían. Ni una llamada.',
    'Nadie se hace responsable: del teléfono me mandan a la tienda y de la tienda al teléfono.',
  ],
  remedyRefund: [
    'Que me devuelvan {amount}.',
    'El dinero en mi cuenta esta semana.',
    'Quiero el abono de lo cobrado de más.',
  ],
  remedyApology: [
    'Con una disculpa y que no vuelva a pasar me basta.',
    'Que alguien se disculpe y me diga qué ha ocurrido.',
  ],
  remedyRepair: [
    'Que lo arreglen bien y de una vez.',
    'Que venga alguien que sepa y no se vaya hasta encontrar la causa.',
  ],
  answerAccepted: [
    'Tiene usted razón: el fallo fue nuestro. Lo hemos corregido y le pedimos disculpas.',
    'Hemos revisado su caso y aceptamos su reclamación. Lamentamos las molestias.',
    'Comprobado el error, le damos la solución que pedía. Gracias por decírnoslo.',
  ],
  answerPartly: [
    'Entendemos su enfado. Una parte fue error nuestro y la compensamos; la otra no dependía de nosotros.',
    'Aceptamos su reclamación en parte y le explicamos los motivos en el adjunto.',
  ],
  answerRejected: [
    'Lo hemos investigado y no encontramos fallo por nuestra parte. Sentimos lo ocurrido.',
    'Sentimos no poder darle la razón: así figura en las condiciones que firmó.',
  ],
  promiseCallback: [
    'Le llamo personalmente antes del {date} con la respuesta.',
    'Antes del {date} le llamamos para decirle en qué ha quedado.',
    'No se preocupe, el {date} como muy tarde tiene nuestra llamada.',
  ],
  promiseVisit: [
    'El técnico estará en su casa el {date}.',
    'Le reservo el {date}; si pudiéramos ir antes, le avisamos.',
    'Vamos el {date} y no nos iremos hasta dejarlo funcionando.',
  ],
  promiseDelivery: [
    'Lo tiene en casa el {date} como tarde.',
    'Se lo entregamos el {date}, montado y probado.',
    'Llega antes del {date}.',
  ],
  promiseRefund: [
    'Le devolvemos {amount} antes del {date}.',
    'Los {amount} estarán en su cuenta el {date} como muy tarde.',
    'Tramito ahora el abono de {amount}; lo verá antes del {date}.',
  ],
  promiseAnswer: [
    'Tendrá nuestra respuesta por escrito antes del {date}.',
    'Le contestamos con los motivos el {date} como tarde.',
  ],
  promiseSaving: [
    'Con este cambio ahorrará al menos {amount} al año.',
    'Según su consumo, pagará {amount} menos al año.',
  ],
  promiseSolar: ['Las placas estarán funcionando el {date}.', 'Terminamos la instalación antes del {date}.'],
  promisePayment: ['Pago sin falta el {date}.', 'El {date} cobro y lo dejo pagado.'],
  complaintMissedDay: [
    'El técnico vino otro día distinto del que habíamos quedado. He perdido dos mañanas.',
    'Quedamos en un día, no vino nadie, y luego se presentan cuando quieren.',
  ],
  complaintDamaged: [
    'Me ha llegado {product} con la caja abierta y un golpe en el lateral.',
    'Lo que me han traído no es lo que pedí. Yo encargué {product}.',
    'He abierto la caja y {product} no funciona.',
  ],
  complaintMissing: [
    'Falta la mitad del pedido {order} y ya me lo han cobrado entero.',
    'En el paquete no venía todo: falta {product}.',
  ],
  complaintLateDelivery: [
    'Prometieron la entrega para el {date} y han tardado una eternidad.',
    'El {date} tenía que estar aquí {product}. Llegó cuando ya no me hacía falta.',
  ],
  complaintCutOff: [
    'Me cortaron el suministro por error y con un bebé en casa. Esto es gravísimo.',
    'Me han dejado a oscuras por una deuda que no tengo. La nevera entera, a la basura.',
    'Tantos años pagando puntualmente y me cortan la luz por un fallo suyo.',
  ],
  complaintCutOffFirm: [
    'Nos cortaron por un impago que no existía, con el local lleno de clientes.',
    'Por un error suyo hemos cerrado dos días. Quiero hablar con un responsable.',
  ],
  remedyCompensation: [
    'Que me compensen con {amount}, que es lo que he perdido.',
    'Alguien tiene que pagar lo que hemos tirado: {amount}.',
  ],
  remedyReplace: ['Que me lo cambien por uno nuevo sin coste.', 'Que me traigan lo que pedí y se lleven esto.'],
  remedyCorrect: ['Que corrijan la factura y las siguientes.', 'Que me hagan bien las cuentas y por escrito.'],
  answerPartlyBill: [
    'Una parte fue error nuestro y la abonamos; el resto corresponde a su consumo real.',
    'Aceptamos su reclamación en parte y le adjuntamos cómo hemos hecho el cálculo.',
  ],
  answerRejectedBill: [
    'Hemos revisado la lectura con la distribuidora y es correcta, por lo que no procede el abono.',
    'Sentimos no poder darle la razón: el cargo figura en las condiciones que firmó.',
  ],
};
