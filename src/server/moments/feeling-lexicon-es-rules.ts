import type { Lexicon } from './feeling-lexicon-rules.ts';

/** Spanish: with and without its accents, since many write without. */
export const spanishLexicon: Lexicon = {
  language: 'es',
  delight: `
    excelente* excelencia increíble* increible* maravill* fantástic* fantastic* espectacular* magnífic* magnific*
    estupend* perfect* perfección genial geniales encanta* encantó encanto encantad* encantador* adoro ador* amo amor
    mejores mejor inmejorable* impecable* fabulos* sensacional extraordinari* excepcional* formidable hermos* precios*
    brillante* insuperable* bellísim* buenísim* buenisim* riquísim* riquisim* guapísim* felicísim* ilusión ilusion
    enamorad* increiblemente emocionad* alucinante asombros* espléndid* divin* chulísim* contentísim* amabilísim*
  `,
  good: `
    bueno buena buenos buenas buen bien bonit* lind* feliz felices felicidad* felicit* alegr* content* gracias
    agradec* amable* amabilidad atent* simpátic* simpatic* cordial* educad* paciente paciencia rápid* rapid*
    puntual* fácil* facil* cómod* comod* fresc* rica ricos delicios* sabros* fiable* confiable* confianza
    honest* sincer* profesional* eficiente* eficaz eficacia recomend* satisfech* satisfac* satisfactori*
    impresion* disfrut* divert* gust* gusto gracios* guap* dulce tiern* chul* mola molan guay orgull* gana ganan ganó ganado ganador* ganamos
    ganar éxito exito éxitos triunf* celebr* enhorabuena logr* mejoró mejora* mejorad* vale útil* util* práctic*
    interesante* resuelt* resolvi* solucion* solventa* arregl* segur* tranquil* sonri* sonrisa* risa* ríe jaja* jeje*
    jiji* jajaja yupi bravo olé ole viva suerte cumpleaños besos beso besitos besito abrazo* abracito cariño* querid*
    bendicion* descans* apoy* ayud* barat* económic* generos* esper* motivad* motiv* positiv* súper top
    crack grande* grandios* favorit* especial* acertad* cumpl* cumplen ánimo animo salud esperanz* ilusionad*
    paz relaj* cálid* acogedor* sabio sabia limpio limpia limpieza bienvenid* aplaus* valien* talento* admir* respet* buenazo
    campeón campeon* preciad* afortunad* encantadísim* quier* quiero ganas fiesta vacacion* disfrutad*
  `,
  bad: `
    mal mala malo malos malas tarde lent* tardan tardó tardo tarda tardanza demor* retras* esperando espera cola colas
    error* equivoc* fallo* fall* falla* problem* inconvenient* avería* averia* averiad* roto rompi* romp* dañ*
    defect* suci* manch* frío fría frio fria caducad* huele olor ruid* ruidos* caro cara caros caras carísim* carisim*
    trist* decepcion* insatisf* molest* enfad* enoj* cabre* frustr* irrit* abur* confus* complicad* difícil* dificil*
    engañ* engan* falt* faltan faltaba perdi* pierd* perder perdí perdido perdemos cancel* queja* quej* ignor* maleducad*
    groser* antipátic* antipatic* borde bordes inútil* inutil* incompetente* incapac* inacept* injust* desagrad*
    incómod* incomod* desastr* negativ* rechaz* niega* lament* lástima lastima pena penas mentira* mient* mentir*
    mentiros* fals* rob* robo estaf* timo fraud* odio odia* odiar enferm* dolor* duele dolor dolid* cansad* cansanc*
    agot* estrés estres* estresad* preocup* miedo* asust* nervios* ansiedad depre* llor* llorar lágrim* lagrim* muer*
    muert* morir morí matar mata mato guerra ataque* crisis crimen* víctima* victima* débil* raro rara feo fea feos
    gord* tont* lío lio sucio nadie imposible peligr* amenaz* arrepent* culp* vergüenza verguenza solo sola soledad
    amarg* asquito dormid* sueño insomnio caos quebrad* desorden* corrup* ladron* ladrón cuernos harto harta hartos
     aguant* putead* jod* joder fastidi* mierd* desgana ojalá joe jope jo uff uf buf puf ay ains triste
    podrid* salad* quemad* incorrect* incomplet* insuficiente* descuid* olvid* abandon* descortés desastros*
    suspend* suspens* castig* bronca* discut* grit* llueve resaca echo echando deprimid* fracas* peor
  `,
  anger: `
    pésim* pesim* horribl* terribl* asco asqueros* espantos* horror horroros* fatal fatales nefast* vergonz* indign*
    lamentabl* deplorabl* penos* malísim* malisim* patétic* patetic* inadmisibl* intolerabl* imbécil* imbecil* idiot*
    estúpid* estupid* puta putas puto mierda* gilipoll* cabrón cabron* hijueput* hdp subnormal* sinvergüenza*
    chapuz* basura infierno insoport* peores odio tomadura pesadilla catástrofe catastróf* escándal* maldit* mugre
  `,
  goodPairs: `
    muy_bien muy_bueno muy_buena muy_buenos muy_amable muy_amables muchas_gracias mil_gracias sin_problema sin_problemas
    sin_falla sin_fallos ningún_problema ningun_problema ninguna_queja ni_una_queja sin_queja sin_quejas a_tiempo
    no_tarda no_tardan no_tardaron no_tardó me_encanta me_gusta me_alegro te_quiero os_quiero qué_guapa que_guapa
    qué_bien que_bien que_bueno qué_bueno qué_bonito que_bonito buenos_días buen_trabajo buen_trato de_lujo de_diez
    un_10 un_diez vale_la no_falla todo_bien la_mejor el_mejor lo_mejor feliz_cumpleaños ya_quiero con_ganas
  `,
  badPairs: `
    no_funciona no_funcionan no_funcionaba no_sirve no_sirven no_contesta* no_contestan no_responde no_responden
    no_llega no_llegó no_llego no_vuelvo no_volveré no_volvere nunca_más nunca_mas no_recomiendo no_lo no_puedo
    no_me sin_respuesta sin_solución sin_solucion sin_avisar nadie_contesta nadie_responde nadie_me una_vergüenza
    un_desastre un_asco un_robo me_duele me_muero me_da qué_asco que_asco qué_pena que_pena qué_mal que_mal de_mal
    echo_de menos_mal demasiado_caro muy_mal muy_malo muy_mala muy_lento muy_caro tan_mal el_peor la_peor lo_peor
    ni_siquiera hasta_los hasta_el no_puede sigo_sin sigo_esperando sin_disculp* ya_no qué_triste tan_triste
  `,
  not: `
    no ni nunca jamás jamas sin tampoco nada nadie ningún ninguna ninguno ningun apenas
  `,
  small: `
    el la los las un una unos unas de del al que y en por para con se su sus mi le les lo es está están fue ha he hay muy
    más pero como cuando donde qué cómo gracias hola quiero yo tú él ella nosotros ellos ellas me te nos os son era
    eran soy eres somos estoy estás tengo tiene tienes tienen hace hacer hacen todo todos toda todas nada algo nadie
    porque si sí no ni ya también siempre nunca hoy ayer mañana día días ser estar haber hasta desde sobre entre sin
    este esta esto estos estas ese esa eso esos aquel mucho mucha muchos muchas poco bien mal mejor tan tanto así ahora
    después antes aquí ahí allí voy va vamos van puede puedo pueden ver decir dice bueno buena mis tus cada otra otro
    cual quien solo sólo años vez casa gente vida creo sé sabe pues q xq aunque mientras cosas
  `,
};
