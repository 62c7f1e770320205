import type { Found, Grammar } from './words-clause-rules.ts';
import { cores, short } from './words-es-core-rules.ts';
import { spanishTimes } from './words-time-es-rules.ts';

const hedged =
  / (?:esper[oa]|esperamos|esperando|confiamos|confío|confiando|cree|creo|creemos|pienso|pensamos|supongo|suponemos|calculo|calculamos|imagino|parece|podr[ií]a\p{L}*|pudiera\p{L}*|quizás?|tal vez|a lo mejor|igual|probablemente|posiblemente|seguramente|ojalá|en principio|normalmente|generalmente|habitualmente|por lo general|lo normal|lo habitual|gustaría|encantaría|quisi[eé]ra\p{L}*|queremos|quiero|previsiblemente|previsto|prevista|previsión|debería\p{L}*|intent\p{L}*|tratar(?:é|emos)?|trato|tratamos|procur\p{L}*|depende|dios mediante|no sé|no sabemos|dudo|dudamos|no garantiz\p{L}*|posible|posibilidad|si todo|estima\p{L}*|orientativ\p{L}*|eventualmente|lo más seguro|a ver si|ya veremos|tenemos pensado|pensábamos|idealmente|hipotéticamente|lo ideal) /u;
const maybe = / (?:puede|pueden|puede ser) que /;
const condition =
  / (?:siempre que|siempre y cuando|a menos que|salvo que|en caso de(?! duda)|de haber\p{L}*|de lo contrario|a no ser|con tal de|en el supuesto|de no (?:recibir|pagar|abonar|hacerlo)|como no|mientras no) |(?<! (?:ver|saber|dir[eé]\p{L}*|dig[oa]\p{L}*|decir\p{L}*|confirm\p{L}*|comprob\p{L}*|compr[ue]+b\p{L}*|pregunt\p{L}*|consult\p{L}*|mir\p{L}*|averigu\p{L}*|sab\p{L}*|como|sobre|indicar\p{L}*|aunque|avis\p{L}*)) si /u;
const refusing =
  / (?:no|nunca|jamás|tampoco|ni|nadie|ningún|ninguna|ninguno|sin|nada)(?: (?:me|nos|se|le|les|lo|la|los|las|te|os))* $/;
const standing =
  / (?:siempre|cada (?:día|vez|cliente|mensaje)|cualquier|cualquiera|a todos|a todas|todos los (?:días|mensajes|clientes|pedidos|lunes|martes|miércoles|jueves|viernes|sábados|correos)|todas las (?:consultas|semanas|tardes|mañanas|llamadas|dudas)|de lunes a|diariamente|los (?:lunes|martes|miércoles|jueves|viernes|sábados|domingos) |24 ?\/ ?7) /;
const theirWords =
  / (?:dijo|dijeron|dice|dicen|diciendo|prometió|prometieron|(?:ha|han|había|habían) (?:prometido|dicho|asegurado|quedado|confirmado)|aseguró|asegura|afirma|jura|juró|promete|prometen|escribe|escribió|comenta|comentó|insiste|según|dijiste|dijisteis|prometiste|nos pidió que|quedó en|me dijeron|le dijeron) /;
const idle =
  /^ (?:(?:se )?(?:le|les|te|os|lo|la|los|las|se|nos|me) )?(?:necesitar\p{L}*|agradecer\p{L}*|esperar\p{L}*|cobrar\p{L}*|cortar\p{L}*|suspender\p{L}*|cerrar\p{L}*|abrir(?:emos|é)|intentar\p{L}*|procurar\p{L}*|tratar(?:emos|é)|poder\p{L}*|podr(?:emos|é)|deber\p{L}*|seguir\p{L}*|ser(?:emos|é)|rescindir\p{L}*|reclamar\p{L}*|penalizar\p{L}*|querr\p{L}*|lamentar\p{L}*|sentir\p{L}*|echar\p{L}*|celebrar\p{L}*|estrenar\p{L}*|subir(?:emos|é) (?:los|las|el)|pedir(?:emos|é)|solicitar(?:emos|é)|recordar\p{L}*|desear\p{L}*|saludar\p{L}*|animar\p{L}*|despedir\p{L}*|tomar(?:emos|é) (?:medidas|acciones)|embargar\p{L}*|denegar\p{L}*|rechazar\p{L}*|descontar\p{L}*|multar\p{L}*|trabajar\p{L}*|luchar\p{L}*|perder\p{L}*|ampliar(?:emos) el horario|continuar\p{L}*|dejar(?:emos|é) de|interrumpir\p{L}*) /u;
const idleAfter =
  /^ (?:disculpas|perdón|paciencia|un favor|que (?!(?:el|la|los|las|mañana|hoy|le|les|se|su|tendrá|antes|este|esta|nos|un|una) )|al cobro|obligad\p{L}+|encantad\p{L}+|a su (?:lado|disposición|servicio|entera)|cerrad\p{L}+|abiert\p{L}+|de (?:vacaciones|baja|permiso|viaje|puente)|fuera|ausente|ahí|aquí|lo posible|todo lo posible|lo que podamos|mejor|cargo de (?:intereses)|atent\p{L}+|disponibles? para|si |qué|cómo|el cobro|el corte|a (?:cobrar|cortar|suspender|reclamar|necesitar|esperar|intentar|tratar|procurar|ser imposible|tener que|cerrar|subir|poder|agradecer|estar)(?:le|les|lo)? ) ?/u;
const idlePresent =
  /^ (?:(?:se )?(?:le|les|te|os|lo|la|los|las|se|nos|me) )?(?:adjunt\p{L}*|inform\p{L}*|recuerd\p{L}*|record\p{L}*|comunic\p{L}*|rueg\p{L}*|rog\p{L}*|agrade\p{L}*|lament\p{L}*|esper\p{L}*|dese\p{L}*|escrib(?:o|imos)|ofre\p{L}*|entiend\p{L}*|entend\p{L}*|felicit\p{L}*|salud\p{L}*|deb\p{L}*|necesit\p{L}*|cre[oe]\p{L}*|pued\p{L}*|podemos|quier\p{L}*|queremos|remit(?:o|imos) adjunt\p{L}*|invit\p{L}*|anim\p{L}*|aconsej\p{L}*|recomiend\p{L}*|recomend\p{L}*|suger\p{L}*|sugier\p{L}*|solicit\p{L}*|facilit\p{L}*|propon\p{L}*|cobr\p{L}*|not(?:o|amos)|veo|vemos|hemos|he|conoc\p{L}*|conozco|sient\p{L}*|hago saber|tengo que|tenemos que|detall\p{L}*|indic(?:o|amos) que|mando un (?:saludo|abrazo)|dam(?:os)? las gracias|doy las gracias|damos la bienvenida|llam(?:o|amos) (?:de|desde|para|por)|habl(?:o|amos)|toca|corresponde|falta|queda|quedan|cuesta|interesa|parece|gusta|conviene|vence|vencen|caduca|viene bien|va bien|sirve|importa|apetece|espera|deja|resulta|debe|deben|ruega|consta|constan|hace falta|tocan|duele|piden?|niega|explic(?:o|amos)|pregunt(?:o|amos)|cont(?:o|amos) (?:con|que)|prohibe|suele|solemos|hac(?:e|en) falta) /u;
const idleFate =
  /(?:^| )(?:tendrán? que|deberán?|perderán?|vencerán?|caducarán?|expirarán?|subirán? (?:de precio|(?:el|la|los|un|las) (?:precio|tarifa|cuota|coste|\d))|aumentarán?|costarán?|cerrarán?|abrirán?|permanecerán?|empezarán?|comenzarán?|celebrarán?|tendrán? lugar|sorteará|cobrarán?|cargarán?|cortarán?|suspenderán?|necesitarán?|pagarán?|dependerán?|durarán?|tardarán?|lloverá|aplicarán?|retendrán?|interrumpirán?|girarán?|denegarán?|rechazarán?|descontarán?|finalizarán?|terminarán? (?:el|la) (?:plazo|promoción)|acabarán?|habrá|faltarán?|hará falta|supondrán?|seguirán?|querrán?|gustará|convendrá|sabrán?|corresponderá|conllevará|incurrirán?|considerará|entenderá|actuará|jugará|inaugurará|presentará|dirán?|requerirá|requerirán|penalizará|embargará|adeudará|domiciliará|aparecerá|quedarán? (?:sin|suspendid\p{L}+|cancelad\p{L}+|anulad\p{L}+|cerrad\p{L}+|cortad\p{L}+|interrumpid\p{L}+)|(?:va|van) a (?:ser (?:imposible|necesario|difícil)|subir|cerrar|tener|costar|cortar\p{L}*|cobrar\p{L}*|haber|suspender\p{L}*|empezar|estar cerrad\p{L}+)|(?:será|serán) (?:cobrad|cargad|suspendid|cortad|denegad|rechazad|desestimad|necesari|obligatori|imposible|sancionad|multad|domiciliad|girad|difícil|festiv|gratuit|un |una |el último|más|mejor|adeudad|descontad|retenid|interrumpid|admitid|fiesta)\p{L}*|(?:estará|estarán) (?:cerrad|abiert|de vacaciones|fuera|de baja|ausente|interrumpid|cortad|suspendid|prohibid|en obras|a su lado|siempre|encantad)\p{L}*|podrán?(?! (?:usted |ustedes )?(?:recoger|retirar|pasar|disponer|acceder|usar|utilizar|consultar|descargar|entrar|ver|estrenar|venir)\p{L}*)) /u;
const strangers =
  / (?:propietari[oa]|caser[oa]|arrendador[a]?|inquilin[oa]|arrendatari[oa]|fabricante|proveedor|client[ea]|(?:su|tu) (?:banco|seguro|aseguradora|abogad[oa]|gestor[a]?|hij[oa]|marido|mujer|esposa|médic[oa] de|vecin[oa]|compañía|casero|empresa|jefe|padre|madre|hermano|hermana|arrendador|propietario|administrador)|comprador[a]?|vendedor[a]?|vecin[oa]s?|policía|juzgado|juez|correos|seur|mrw|dhl|ups|gls|nacex|servientrega|coordinadora|mayorista|distribuidor|hacienda|gobierno|conductor contrario|contraria|él|ella|ellos|ellas|quien|quienes|titular|paciente|huésped|huéspedes|marido|esposa|aduana|alumnos|padres|asistentes|ganador[a]?|ganadores|usuarios|interesados|nadie|transportista|promoción|oferta|sorteo|tienda|plazo|concierto|evento|fiesta|partido|tren|autobús|mercado|precios?|tarifas?|cuotas?|cita|temporada|curso|agencia de transporte|matrícula|exposición|feria) /;
const visit =
  / (?:entrega|visita|instalación|montaje|reparto|recogida|técnic[oa]|mensajer[oa]|repartidor|llamada|reparación|instalador\p{L}*|revisión|operari[oa]s?|mudanza|reposición|sustitución|cambio|envío|perit[oa]|fontaner[oa]|electricista|equipo|furgoneta|camión|devolución|transferencia|pago|abono|ingreso|respuesta|reembolso) /u;
const past =
  / (?:ayer|anteayer|anoche|antes de ayer|(?:la semana|el mes|el año) pasad[oa]|pasado (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|día)|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|día|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre) pasado|hace (?:un|una|dos|tres|unos|unas|\d+|varios|varias|ya|tiempo|poco)|esta mañana (?:a|y)|en su día|ya (?:le|les|te|se)) |(?<! (?:le|les|te|os|se)) \p{L}{2,}(?:ó|aron|ieron|aba|aban|(?<!d|todav|garant|compañ|mayor|aver)ía|ían) /u;
const beneficiary = / (?:le|les|te|os|usted|ustedes|su|sus|tu|tus|ti) |(?:le|les|te|os) $/;

function judge(found: Found): boolean {
  const { before, match, after, block, sentence, earlier } = found;
  const clause = `${before}${match.slice(1)}${after.slice(1)}`;
  if (/ (?:no )$/.test(before) || refusing.test(before) || /^ no /.test(match)) return false;
  if (hedged.test(found.lead + clause) || maybe.test(` ${before}`) || condition.test(block)) return false;
  if (
    / (?:depende|dependiendo|ojalá|dios mediante|a ver si|si todo va|no (?:le |les |te )?(?:prometo|prometemos|aseguro|aseguramos|garantizo|garantizamos)|según disponibilidad|salvo imprevistos?) /.test(
      sentence,
    )
  )
    return false;
  if (standing.test(clause) || theirWords.test(earlier + before)) return false;
  if (
    / (?:cuándo|cómo|qué|quién|dónde|cuánto|lo que|para que|que no|cuando|en cuanto|una vez que|hasta que|después de que|quien|mientras|aunque) (?:\p{L}+ ){0,3}$/u.test(
      before,
    ) &&
    !/ (?:en cuanto|cuando|una vez que|después de que) .* (?:le|les|te|se|yo|nosotros) $/.test(before)
  )
    return false;
  return judgeKind(found, clause);
}

function judgeKind(found: Found, clause: string): boolean {
  const { kind, match, before, after } = found;
  switch (kind) {
    case 'we':
      return (
        !idle.test(match.replace(/^ (?:vamos|voy) a /, ' ')) &&
        !idleAfter.test(after) &&
        !/ (?:nos vemos|nos veremos|veremos) /.test(clause)
      );
    case 'at':
      return !past.test(clause);
    case 'told':
      return (
        / (?:dije|dij[eo]|dijimos|dicho|quedé en|quede en|quedamos en|quedado en|prometí|prometido|confirmé|comenté|avisé|informé|expliqué)(?: (?:a|al|con) (?:\p{L}+ ){1,4}| )(?:de )?que (?:\p{L}+ ){0,4}$/u.test(
          found.earlier + before.slice(1),
        ) &&
        !idle.test(match.replace(/r(?:í|i)a(?:mos)? $/, 'remos ')) &&
        !theirWords.test(found.earlier + before)
      );
    case 'again':
    case 'bear':
      return !past.test(clause) && !/ imposible /.test(clause);
    case 'note':
      return isNote(found);
    case 'give':
      return (
        !idlePresent.test(match) &&
        !past.test(clause) &&
        !(/(?:amos|imos)/.test(match) && past.test(behindOf(found))) &&
        !idleAfter.test(after) &&
        !isReport(found)
      );
    case 'doing':
      return (
        !idlePresent.test(match) &&
        !past.test(clause) &&
        !(/(?:amos|imos)/.test(match) && past.test(behindOf(found))) &&
        !idleAfter.test(after) &&
        !/ (?:el|la|un|una|al|del|de|lo más|los|las|su|por|con|en|y yo|uno) $/.test(before)
      );
    case 'booked':
      return (
        visit.test(clause) && !/ (?:cita|consulta|examen|entrevista|reunión|clase) /.test(clause) && !past.test(clause)
      );
    case 'can':
      return !past.test(clause) && !strangers.test(before);
    case 'expect':
      return true;
    default:
      return isTheirs(found, clause);
  }
}

/** The sentence from the verb on: "le llamamos … y no contestó" is over. */
function behindOf({ sentence, match }: Found): string {
  return sentence.slice(Math.max(0, sentence.indexOf(match)));
}

/** "Le digo que le llama": what is told comes as a verb of its own. */
function isReport({ match, after }: Found): boolean {
  return (
    /(?:dig[oa]|decimos|coment\p{L}+|confirm(?:o|amos)|asegur(?:o|amos)|avis(?:o|amos)|repit(?:o|imos)|explic\p{L}+) $/u.test(
      `${match.trim()} `,
    ) && /^ (?:de )?que /.test(after)
  );
}

function isNote({ match, before, after, sentence }: Found): boolean {
  if (
    /^ queda en /.test(match) ||
    (/ (?:él|ella|cliente|señor|sr|ha|han|había|usted|que (?:me|nos)|me|nos) (?:\p{L}+ ){0,2}$/u.test(before) &&
      !/ (?:le|les) (?:he|hemos) $/.test(before))
  )
    return false;
  if (/prometid/.test(match) && !/^ $| (?:he|hemos|le|les|queda|y) $/.test(before)) return false;
  if (
    / (?:pero no|y no (?:lo|la|se|le|pud|hem|cumpl)|lamentamos|no cumpl|disculpe que) /.test(sentence) &&
    /prometi|prometí/.test(match)
  )
    return false;
  return (
    !(
      /qued\p{L}+ en (?:que )?(?:el|la|un|una|nada|su|paz|casa|tienda|pie|contacto|\p{L}+rse|verse|vernos|hablar|mirarlo|consultarlo|contestar) ?$/u.test(
        match,
      ) && !/ que /.test(match)
    ) && !/^ (?:nos|me) (?:llam|envi|mand|pag|trae|avis)/.test(after)
  );
}

/** Somebody or something else is the subject, before or behind the verb. */
function isTheirs(found: Found, clause: string): boolean {
  const { kind, match, before, after, isNamed, sentence } = found;
  if (idleFate.test(`${match}${after.slice(1)}`)) return false;
  const behind = after.split(' ').slice(0, 6).join(' ');
  const subject = ` ${before} ${behind} `;
  if (
    strangers.test(before) &&
    !/ (?:pedido|atención|servicio|oficina|precio de su|área|departamento|envío|entrega) /.test(before)
  )
    return false;
  if (
    /^ (?:(?:mañana|hoy|luego|también|antes|después|ya|usted) )*(?:el|la|los|las|un|una|su) (?=\p{L})/u.test(after) &&
    strangers.test(` ${behind} `) &&
    !/ (?:su|tu) (?:cita|cuota) /.test(` ${behind} `)
  )
    return false;
  if (/ (?:dar[áa]|será) (?:de baja|imposible) /.test(clause)) return false;
  if (
    / (?:cobro|recibo|cargo|corte de|multa|sanción|recargo|penalización|intereses|embargo) /.test(clause) &&
    !/ (?:devol|anul|retir|reembols|elimin|quit|correg|rectific|abon)/.test(clause)
  )
    return false;
  if (/^ (?:será|serán) $/.test(match) && !visit.test(before) && !/^ \p{L}*(?:ad|id|t|s|ch)[oa]s? /u.test(after))
    return false;
  if (
    / (?:señor|sr|sra|señora|don|doña) (?:\. )?/.test(before) &&
    isNamed &&
    !beneficiary.test(match + after) &&
    !/ (?:señor|señora|don|doña) ?,/.test(before)
  )
    return false;
  if (kind !== 'comes')
    return !past.test(before) || !found.isTimed
      ? !/ (?:que|si) $/.test(before) ||
          beneficiary.test(match) ||
          / (?:con que|seguro que|que el|de que) /.test(` ${before}`)
      : true;
  return isComing(found, clause, subject, sentence);
}

function isComing({ match, before, after }: Found, clause: string, subject: string, sentence: string): boolean {
  const isDone = /^ quedan? \p{L}+[oa]s? $/u.test(match);
  if ((idlePresent.test(match) && !isDone) || past.test(clause) || past.test(sentence) || strangers.test(subject))
    return false;
  if (/^ (?:el|la|los|las) (?:\p{L}+) $/u.test(match) && !/tiene[sn]? $/.test(`${match.trim()} `)) return false;
  if (/^ tiene[sn]? $/.test(match))
    return (
      /^ (?:usted |ustedes |ya )?(?:el|la|los|las|su|sus|tu) /.test(after) &&
      !/ (?:cita|plazo|hasta|opción|derecho|que|turno|hora con|examen|vencimiento) /.test(clause)
    );
  if (/^ (?:es|va|van|pasa|pasan|viene|vienen|entra|lleva|cambia|sube) $/.test(match)) return visit.test(clause);
  return !/ (?:(?<! (?:dig\p{L}|dije|dicho|coment\p{L}+|confirm\p{L}+|en|con|descuide ,) )que|quien|cuando|si|como|donde) $/u.test(
    before,
  );
}

/** How promises are worded in Spanish. */
export const spanish: Grammar = {
  spelling: (word, next) => (word === 't' && !/^\p{L}/u.test(next) ? undefined : short[word]),
  cores,
  judge,
  joint: / (?:y|e|pero|o|así que) /,
  leading:
    /^ (?:(?:y|e|pero|así que|entonces|además|listo|vale|ok|bueno|bien|claro|hola|perdone?|disculpe|buenas|mire|tranquil[oa]|que|gracias|sí|ya que)(?= ) ?|(?:[\p{L}.]+ ){0,6}?(?:dije|digo|dicho|comento|comenté|informo|informé|informado|confirmo|confirmé|confirmado|avisé|avisado|expliqué|qued[eéo] en|quedamos en)(?: a (?:[\p{L}.]+ ){1,5}?)? ?que )+/u,
  tail: / (?:pero|para que|porque|ya que|puesto que|así que|y (?:usted|así|lo (?:rellena|firma|revisa|miramos|vemos)|nos (?:dice|cuenta)|me (?:dice|cuenta)|disculpe|perdone|gracias)|sin (?:penalización|coste)|por favor|gracias|mientras tanto|mientras|aunque|si|que descanse|descontando) /,
  keepLeft:
    /^ (?:en cuanto|cuando|una vez|tan pronto|apenas|al |después de|tras |nada más|dentro de|descuide|como (?:muy tarde|máximo)|a más tardar|o) /,
  keepRight:
    /^ (?:en cuanto|cuando|una vez|tan pronto|o|como (?:muy tarde|máximo|tarde)|a más tardar|antes de|entre|de \d|a las|el|por la|sin falta|con efecto|máximo) /,
  upon: / (?:en cuanto|cuando|una vez que|tan pronto como) /,
  filler:
    /^(?:a|de|del|el|la|las|los|en|o|y|como|muy|tarde|más|tardar|máximo|mucho|entre|antes|para|sobre|hacia|por|desde|hasta|sin|falta|mismo|partir|ya|mediados|al|eso|tipo|h|horas|lo)$/,
  opens:
    / (?:list[oa]s?|disponibles?|preparad[oa]s?|abiert[oa]s?|recoger\p{L}*|retirar\p{L}*|activ[oa]s?|operativ[oa]s?|acceder|usar|descargar\p{L}*|consultar\p{L}*|disponer) /u,
  tag: /^ (?:vale|de acuerdo|ok|okey|sí|si|bien|te parece|le parece|le va bien|te va bien|verdad|no|listo) $/,
  ownSpeech: / (?:le|les) (?:dije|digo|he dicho|contesté|respondí|escribí|contestamos|respondimos|dijimos)(?: [:,])? $/,
  times: spanishTimes,
};
