import { esDealings } from './es-dealings.ts';
import type { TextBook } from './kinds.ts';

/**
 * What Spanish-speaking customers of the demo company say and write, and what it says to them. `{slot}` is filled from
 * the story; `[o|a]` is chosen by the speaker's gender.
 */
export const es: TextBook = {
  ...esDealings,
  billHigh: [
    'Me ha llegado una factura de {amount} y no lo entiendo, si este bimestre casi no hemos puesto la calefacción.',
    'La factura de {month} es un disparate: {amount}. El año pasado por las mismas fechas pagué bastante menos.',
    'He pasado de pagar lo normal a {amount} sin cambiar nada en casa. ¿Me pueden mirar si la lectura es estimada?',
    'Es por la factura de {amount}. Vivo sol[o|a] y trabajo fuera todo el día, es imposible que gaste eso.',
    'Quiero que alguien me explique línea por línea por qué me cobran {amount}.',
  ],
  billHighFirm: [
    'La factura del local ha subido a {amount} y no hemos ampliado horario. Necesito el detalle por periodos.',
    'Nuestro gestor no entiende la factura de {month}: {amount} con el local cerrado media quincena.',
    'Estamos pagando {amount} y la competencia de al lado, con el mismo horario, paga bastante menos.',
  ],
  billQuestion: [
    '¿Qué es exactamente el concepto de alquiler de equipos que sale en la factura?',
    'Quería saber si me pueden pasar el recibo al día 5, que es cuando cobro.',
    '¿Dónde veo en la factura lo que he consumido de noche y lo que he consumido de día?',
    'Necesito un duplicado de la factura de {month} para la declaración.',
    'Preferiría recibir la factura en papel, que en el móvil no la veo bien.',
  ],
  tariffQuestion: [
    'Ahora tengo la {tariff} y no sé si me conviene, ¿me pueden hacer un estudio con mi consumo real?',
    '¿Me saldría más barata otra tarifa si pongo la lavadora y el lavavajillas por la noche?',
    'He visto en la web que los nuevos pagan menos que yo por la misma tarifa. ¿Cómo es eso?',
    '¿Con la {tariff} hay permanencia? No me lo dejaron claro cuando la contraté.',
  ],
  powerChange: [
    'Se me va la luz cuando pongo el horno y el aire a la vez. Quiero subir la potencia.',
    'Ya no viven mis hijos en casa, querría bajar la potencia contratada.',
    '¿Cuánto tarda un cambio de potencia y cuánto me cobran por hacerlo?',
  ],
  meterReading: [
    'Les dejo la lectura del contador: {number}.',
    'El contador marca {number}. Ayer pasó alguien, pero no estábamos en casa.',
    'Mando la lectura yo mism[o|a], {number}, que las estimadas siempre salen altas.',
  ],
  outage: [
    'Estamos sin luz en todo el edificio desde las siete de la mañana.',
    'Se ha ido la luz en mi casa pero en la escalera hay. ¿Es cosa de ustedes o mía?',
    'Llevamos toda la tarde con cortes de un minuto, va y viene, y tengo miedo por la nevera.',
  ],
  orderStatus: [
    'Compré {product} y todavía no me ha llegado nada. El pedido es el {order}.',
    '¿Me pueden decir por dónde va el pedido {order}? En la web pone «en preparación» desde hace días.',
    'Quería cambiar la dirección de entrega del pedido {order}, que por las mañanas no hay nadie.',
  ],
  paymentPlan: [
    'Este mes no llego, me han hecho un ERTE. ¿Puedo pagar la factura en dos veces?',
    'Me devolvieron el recibo porque cambié de banco. Lo pago hoy mismo si me dicen cómo.',
    'Necesito unos días más para pagar los {amount}, cobro a final de mes.',
  ],
  solarQuestion: [
    'Tengo un tejado que da al sur y me gustaría saber cuánto costaría ponerle placas.',
    'Mi cuñado puso placas con ustedes y está encantado. ¿Podrían venir a ver mi casa?',
    '¿Cómo se paga la luz que sobra de las placas? No acabo de entender lo de la compensación.',
  ],
  chase: [
    'Me dijeron que me llamarían el {date} y sigo esperando.',
    'Quedaron en resolverlo antes del {date}. ¿Se han olvidado de mí?',
    'Es la segunda vez que pregunto por lo mismo. La otra persona me aseguró que el {date} estaría hecho.',
  ],
  thanks: [
    'Gracias a {employee}, que me lo explicó con una paciencia enorme.',
    'Da gusto que te atienda alguien que sabe. {employee}, un diez.',
    'Quería agradecer el trato de {employee}: me lo resolvió en cinco minutos y encima con una sonrisa.',
    'Muchas gracias por llamarme para ver si todo había quedado bien. No me lo esperaba.',
  ],
  thanksVisit: [
    'El técnico vino a su hora, lo dejó todo limpio y hasta me explicó cómo ahorrar. Gracias, {employee}.',
    'Enhorabuena por {employee}: mi madre tiene 86 años y la trató como si fuera la suya.',
    'Muy content[o|a] con la revisión. {employee} se fijó en una fuga que nadie había visto.',
  ],
  suggestion: [
    'Deberían avisar por mensaje media hora antes de que llegue el técnico, así no perdemos la mañana entera.',
    'Estaría bien que en la aplicación se viera el consumo por horas sin tener que bajar un archivo.',
    '¿Por qué no abren la tienda de {city} algún sábado por la tarde?',
    'Pongan en la factura un dibujo de en qué se va el dinero; mi padre no entiende esa tabla.',
    'Podrían recoger las bombillas viejas en la tienda cuando uno compra las nuevas.',
    'Cuando llamo tengo que teclear el DNI y luego me lo vuelven a preguntar. Sobra una de las dos veces.',
  ],
  need: [
    'Lo que necesito es algo que me corte el agua caliente sola cuando me voy de viaje.',
    'Busco una forma de cargar el coche en el garaje comunitario sin pelearme con los vecinos.',
    'Me gustaría una tarifa para quien solo viene los fines de semana.',
    'Quiero saber desde el móvil si mi madre ha encendido la calefacción.',
  ],
  rumour: [
    'En el bar dicen que los va a comprar un fondo extranjero y que subirán la luz un 40 %. ¿Es verdad?',
    'Me ha llegado por WhatsApp que {company} cierra y que hay que cambiarse antes de fin de mes.',
    'Una vecina dice que a los que no pongan contador nuevo les van a cortar el gas. ¿Eso es así?',
    'He leído en el grupo del barrio que van a quitar las tiendas y dejar solo el teléfono.',
  ],
  notice: [
    'No es cierto que {company} se venda ni que cierre sus tiendas. Los precios de su contrato no cambian.',
    'Nota oficial: {company} sigue siendo la misma empresa, con las mismas tiendas y el mismo teléfono.',
  ],
  recommendation: [
    'Se los he recomendado a mi hermana, que se acaba de mudar.',
    'A un compañero del trabajo le dije que se viniera con ustedes y ya se ha cambiado.',
    'Vengo de parte de una amiga, y ahora soy yo quien los recomienda.',
  ],
  expectation: [
    'Espero que vengan el día que dicen, con eso me conformo.',
    'La verdad, después de lo que me contaron, no espero gran cosa.',
    'Me imagino que lo resolverán a la primera, como la otra vez.',
    'Con lo que anuncian en la radio, espero que de verdad se note el ahorro.',
  ],
  leaveDecline: [
    'No ha pasado nada grave, simplemente ya no me aporta y me han ofrecido otra cosa.',
    'Hace tiempo que compro en otro sitio. Cierro también el contrato.',
    'Me cambio. Nadie se ha acordado de mí en todo el año.',
  ],
  leaveSudden: [
    'Después de lo que me han hecho no quiero saber nada más de ustedes.',
    'Me voy. Después de algo así, ni una disculpa.',
    'Tantos años de cliente para que me traten de esta manera. Den de baja todo.',
  ],
  leaveMove: ['Vuelvo a mi pueblo y allí ustedes no tienen suministro.', 'Vendo el piso, así que doy de baja la luz.'],
  back: [
    'Probé con otra compañía y he vuelto: allí no había con quién hablar.',
    'Vuelvo porque {employee} me llamó y me preguntó qué había pasado.',
  ],
  askedTwice: [
    'Eso ya se lo dije a su compañera la semana pasada. ¿No lo apuntan?',
    'Otra vez me preguntan lo mismo. Lo puse en el formulario y lo dije por teléfono.',
    'Ya lo tienen, ¿no? Bueno, se lo repito.',
  ],
  factNights: ['Trabajo de noche en el hospital, así que de día duermo.', 'Hago turno de noche en la fábrica.'],
  factBaby: [
    'Acabamos de tener una niña y ahora la calefacción está puesta todo el día.',
    'Con el bebé gastamos mucha más agua caliente.',
  ],
  factHolidayHome: ['Esta casa es solo para el verano.', 'Venimos nada más en agosto y en Semana Santa.'],
  factElectricCar: [
    'Nos hemos comprado un coche eléctrico y lo cargo de noche.',
    'En primavera me dan el coche eléctrico.',
  ],
  factPets: [
    'Avise al técnico de que hay un perro, pero es muy bueno.',
    'Tengo dos gatos; que no dejen la puerta abierta.',
  ],
  ratingGood: [
    'Todo perfecto.',
    'Rápido y con amabilidad.',
    'Mejor de lo que esperaba.',
    'Me lo explicaron todo muy bien.',
    'Así da gusto.',
  ],
  ratingFair: ['Bien, sin más.', 'Correcto, aunque hubo que esperar.', 'Cumplieron.', 'Normal.'],
  ratingBad: [
    'Muy mal, no lo vuelvo a pedir.',
    'Una pérdida de tiempo.',
    'Nadie sabía nada.',
    'Me sentí ignorad[o|a].',
    'Tarde y mal.',
  ],
  greeting: ['Buenos días:', 'Hola:', 'Buenas tardes:', 'Estimados señores:'],
  farewellCalm: ['Un saludo, {name}', 'Gracias de antemano. {name}', 'Quedo a la espera. Saludos, {name}'],
  farewellAngry: [
    'Espero una respuesta inmediata. {name}',
    'Si no me contestan iré a Consumo. {name}',
    'Estoy hart[o|a]. {name}',
  ],
  subjectBill: ['Factura de {month}', 'Duda con la factura', 'No entiendo el recibo'],
  subjectQuestion: ['Consulta', 'Una pregunta', 'Información, por favor'],
  subjectOrder: ['Pedido {order}', '¿Dónde está mi pedido?', 'Mi compra en la tienda'],
  subjectComplaint: ['Reclamación', 'Queja', 'Esto no puede ser', 'Solicito una solución'],
  subjectThanks: ['Gracias', 'Da gusto', 'Felicitaciones'],
  replyCalm: [
    'Hola, {name}: hemos mirado lo que nos pregunta y ya está resuelto. Si algo no queda claro, aquí estamos.',
    'Gracias por escribirnos, {name}. Le adjuntamos el detalle que pedía.',
    'Buenos días, {name}. Ya hemos hecho el cambio; lo verá en la próxima factura.',
  ],
  breakdown: [
    'La caldera hace un ruido raro al encender, como un golpe. ¿Cuándo pueden venir?',
    'No me sale agua caliente desde anoche y en casa hay una persona mayor.',
    'Me sale el error E4 en la pantalla de la caldera y se para sola.',
    'Huele un poco a quemado cuando arranca la caldera. ¿Puede venir alguien hoy?',
  ],
  appointment: [
    'Toca la revisión de la caldera y querría cita, a ser posible por la tarde.',
    'Me llegó el aviso de la revisión anual. ¿Qué día les viene bien?',
    'Quería pedir hora para la revisión de la caldera antes del invierno.',
  ],
  cutOff: [
    'Me han cortado la luz y tengo todos los recibos pagados. ¿Qué está pasando?',
    'Acaban de dejarme sin suministro por un impago que no existe.',
    'Ha venido un operario y nos ha cortado. Tengo el justificante del pago en la mano.',
  ],
  paymentPlanFirm: [
    'Tenemos un cobro pendiente de un cliente grande. ¿Podemos pagar la factura en dos plazos?',
    'Nos ha devuelto el banco el recibo por un límite diario. ¿Cómo lo pagamos?',
  ],
  factAfterSix: [
    'Llámenme siempre después de las seis, antes no puedo.',
    'Trabajo hasta tarde; a partir de las seis, cuando quieran.',
  ],
  factMidday: ['Por las mañanas no, que trabajo; mejor a mediodía.', 'A la hora de comer es cuando me pillan seguro.'],
  factGasElsewhere: [
    'El gas lo tengo con otra compañía, pago unos {amount} al mes.',
    'Para el gas sigo con los de antes, unos {amount} mensuales.',
  ],
  factShopElsewhere: [
    'Los electrodomésticos los compro en otra tienda, unos {amount} al año.',
    'Las bombillas y demás las pido por internet, gasto unos {amount} al año.',
  ],
  factFirmHours: [
    'Abrimos a las siete de la mañana, antes que nadie en la calle.',
    'De lunes a sábado abrimos a las siete.',
  ],
};
