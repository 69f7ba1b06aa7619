import type { DangerRules } from './danger-rules.js';

const CLOSE = String.raw`(?:marido|mujer|esposo|esposa|novi[oa]|pareja|ex|expareja|ex ?(?:marido|mujer|novi[oa])|padres?|papa|madre|mama|padrastro|madrastra|herman[oa]|hermanastro|ti[oa]|prim[oa]|abuel[oa]|profesor[a]?|profe|entrenador|cura|jef[ea]|hij[oa]|companer[oa]|vecin[oa]|cunad[oa])`;
const SOMEBODY = String.raw`(?:el|ella|ellos|alguien|mi (?:\w+ )?${CLOSE}|un (?:hombre|tipo|tio|desconocido|chico|senor|vecino)|una (?:mujer|chica)|unos (?:hombres|tipos|chicos|tios)|gente|el vecino|este (?:hombre|tipo|tio))`;
const WANT = String.raw`(?:quiero|quisiera|queria|quiere|voy a|vamos a|va a|pienso|planeo|planeando|estoy (?:pensando|planeando)(?: en)?|pensando en|pienso en|he pensado (?:en )?|necesito|debo|tengo (?:ganas de|que)|ganas de|intente|intento|he intentado|intentado|intenta|intento de|podria|deberia|prefiero|preferiria|decidi(?:do)?|a punto de|juro que)`;
const WEAPON = String.raw`(?:cuchillo|navaja|pistola|arma|machete|escopeta|rifle|revolver|hacha|bomba|fusil)`;

/** Spanish, of Spain and of America. */
export const DANGER_SPANISH: DangerRules = {
  idioms: [
    String.raw`(?:me|se|nos|te) (?:muero|muere|morimos|mori|murio|morire|moria|estoy muriendo|voy a morir|quiero morir|quede muert[oa]|he quedado muert[oa]) (?:de|por|con) (?:la |el |una |un )?(?:risa|hambre|sueno|ganas|verguenza|calor|frio|sed|envidia|curiosidad|pena|amor|aburrimiento|ternura|gusto|la risa|ver|verte|probar|saber|pizza|cafe)`,
    String.raw`(?:muert[oa]s?) de (?:risa|hambre|sueno|sed|frio|calor|verguenza|miedo|asco|cansancio|envidia|aburrimiento)|de muerte|(?:me |nos )?qued(?:e|o|amos) muert[oa]s?|hambre de muerte`,
    String.raw`(?:un|era|es|seria|fue) (?:un )?(?:autentico |verdadero )?suicidio|(?:el )?(?:equipo|madrid|barca|barcelona|atleti|rival|partido|sevilla|betis)(?: \w+){0,2} (?:nos|les) (?:pego|dio|metio|golea|pegaron) (?:una )?(?:paliza|goleada)|(?:mi )?(?:jefe|jefa|madre|padre|mujer|marido|profe|profesora|novia|novio) me (?:va a matar|mata) (?:si|como|cuando) (?:llego|no llego|se entera|ve|no|llegamos|olvido|rompo|suspendo|pierdo)|suicidio (?:politico|comercial|profesional|economico)|escuadron suicida|prevencion del suicidio`,
    String.raw`(?:casi |por poco )(?:me |le |nos )?(?:da|dio|ha dado) (?:un|una) (?:infarto|ataque|ictus|patatus)|infarto (?:al|cuando) (?:ver|vi)|me (?:da|dio) (?:un )?infarto (?:al|cuando|de ver)`,
    String.raw`mataria por|matar el (?:tiempo|rato|hambre|gusanillo|antojo)|matar (?:dos pajaros|moscas|mosquitos|cucarachas|hormigas|bichos|la sed|saudade)|matarse (?:a|de) (?:trabajar|estudiar|reir)|me mato (?:a|estudiando|trabajando|en el gimnasio)`,
    String.raw`(?:me )?(?:corte|he cortado|cortado|cortar) (?:el pelo|las unas|un trozo|una? \w+|la luz|la llamada|el cesped|jamon|pan|queso|afeitandome|cocinando|con el papel)`,
    String.raw`acabar con (?:todo )?(?:el|la|los|las|este|esta|esto de) (?!dolor|sufrimiento|vida)\w+|tirar(?:me|se)? (?:a la (?:piscina|basura)|la basura|en (?:el sofa|la cama|paracaidas|la playa)|al (?:agua|sofa))`,
    String.raw`ahog(?:arse|ado|ada|ando|andome) (?:en|de|con) (?:un vaso|trabajo|deudas|papeles|correos|calor)|pega(?:r|n|rse)? (?:un (?:salto|toque|telefonazo|grito|repaso)|una (?:ducha|vuelta|siesta))`,
    String.raw`disparar (?:las fotos|una foto|los precios)|(?:la|el) ${WEAPON} de (?:agua|jamon|cocina|juguete|silicona|pintura|pan|masaje)`,
  ],
  rules: {
    'self-harm': [
      [
        0.85,
        String.raw`(?:mejor|preferible|prefiero|preferiria|estaria mejor|estarian mejor|para eso) (?:estar |estaria |es |me )?(?:muert[oa]|no estar(?: aqui| viv[oa])?|no existir|no haber nacido|que (?:yo )?(?:no este|me muera|desaparezca))(?= |$|[.,!])(?! (?:en casa|para la foto|de))|(?:estaria|estoy|estare) mejor muert[oa]`,
      ],
      [
        0.8,
        String.raw`(?:pronto|por fin|asi|ya) (?:dejare|dejo|dejaria|voy a dejar) de (?:sufrir|molestar|ser una carga|existir)|(?:quiero|necesito|quisiera|deseo|solo quiero)(?: \w+){0,3} (?:dejar de sufrir|descansar para siempre|que (?:pare|acabe|termine) (?:todo|el dolor|este dolor|esto)|terminar con (?:todo|esto|mi vida)|ponerle? fin a (?:todo|esto|mi vida))`,
      ],
      [
        0.65,
        String.raw`(?:ya )?no (?:quiero|deseo|puedo) (?:seguir|continuar)(?: mas| asi| adelante)?(?= *$|[.,!;])|no quiero estar (?:mas )?aqui(?: mas| nunca)?(?= *$|[.,!;])|(?:ya )?no (?:le )?(?:veo|encuentro|hallo) (?:el |ningun )?(?:sentido|motivo|razon) (?:a|en|para) (?:nada|todo|esto|seguir|mi vida|la vida)|(?:soy|me siento|siento que soy) (?:solo )?una carga(?: para)?|(?:a )?nadie (?:le importa|le importo|le importaria)(?: \w+)? si (?:vivo|muero|estoy)`,
      ],
      [
        0.35,
        String.raw`(?:me siento|estoy) (?:\w+ )?(?:vaci[oa]|inutil|sin esperanzas?|atrapad[oa]|hundid[oa]|completamente sol[oa]|desesperad[oa]|rot[oa] por dentro|un fracaso|una basura|miserable)|no (?:tengo|hay|queda) (?:\w+ )?(?:esperanzas?|salida|futuro)|sin salida|nadie me (?:quiere|entiende|escucha|necesita)|no le importo a nadie|no tengo a nadie|todos me odian`,
      ],
      [
        0.35,
        String.raw`me odio|odio mi vida|no valgo (?:nada|para nada)|no sirvo (?:de|para) nada|quiero desaparecer|mi vida es (?:una mierda|un infierno|un desastre)`,
      ],
      [
        0.35,
        String.raw`(?:ya )?no (?:puedo|aguanto|soporto)(?: \w+)? mas|no lo soporto|no puedo soportarlo|nada (?:importa|tiene sentido|va a cambiar|vale la pena)|(?:cansad[oa]|hart[oa]) de (?:luchar|todo|sufrir)|regalando (?:todas )?mis cosas|me quiero ir de este mundo`,
      ],
      [
        1,
        String.raw`(?:forma|formas|manera|maneras|modo|metodo|metodos) (?:mas |menos )?(?:\w+ )?(?:de|para) (?:morir|morirme|matarme|matarse|suicidar(?:me|se)|quitarme la vida|no sufrir al morir|ahorcar\w*)`,
      ],
      [
        1,
        String.raw`cuant[oa]s? (?:\w+ ){1,6}(?:para|hasta) (?:\w+ ){0,3}(?:morir\w*|matar(?:me|se|te)?|no despertar\w*|suicidar\w*|una sobredosis)|como (?:puedo )?(?:matarme|suicidarme|quitarme la vida|ahorcarme|cortarme las venas|puedo morir)`,
      ],
      [
        0.95,
        String.raw`${WANT} (?:\w+ )?(?:matarme|matarse|suicidar(?:me|se)|ahorcar(?:me|se)|colgar(?:me|se)(?! de)|morirme|morirse|morir(?! (?:de|por|con|en paz|sin|algun|joven|vieja))|estar muert[oa]|desaparecer (?:de este mundo|para siempre|del mapa))`,
      ],
      [
        0.95,
        String.raw`(?:me|se) (?:quiero|quiere|voy a|va a|quisiera|queria|intento|intente|he intentado|ha intentado|pienso|piensa|podria|deberia) (?:\w+ )?(?:matar|morir(?! (?:de|por))|suicidar|ahorcar|colgar(?! de)|quitar la vida|cortar las venas|tirar (?:por|al|de|desde)|lanzar (?:por|al|de|desde))`,
      ],
      [
        0.95,
        String.raw`quitar(?:me|se) la vida|(?:quitado|quito|quite) la vida|(?:acabar|terminar) con (?:mi|su) vida|cortar(?:me|se) las venas|cort(?:o|e|a) las venas|suicidarme|suicidarse|me suicido|intento de suicidio|ideas? suicidas?|pensamientos? (?:suicidas?|de muerte)|carta (?:de despedida|suicida|de suicidio)|nota de suicidio`,
      ],
      [0.75, String.raw`suicidio|suicid[aoe]\w*`],
      [
        0.9,
        String.raw`(?:ya )?no (?:quiero|deseo|tengo ganas de|me apetece|queremos|quiere) (?:\w+ )?(?:vivir(?! (?:aqui|en|con|sol[oa]|cerca|lejos|asi de|alli|juntos))|seguir (?:viviendo|aqui|viva|vivo|adelante(?= con (?:mi|la|esta) vida)|con (?:mi|la|esta) vida|en este mundo)|estar (?:aqui (?:mas|nunca)|viv[oa]|en este mundo)|existir|despertar(?:me)?(?! (?:a|tarde|temprano|pronto))|vivir asi)`,
      ],
      [
        0.85,
        String.raw`(?:ojala|quisiera|prefiero|preferiria|quiero|desearia|espero|rezo (?:para|por))(?: \w+){0,4} no (?:volver a )?despert\w+|no (?:volver a |volviera a )?despertar(?:me)? (?:nunca|jamas|manana|mas)|dormir(?:me)? (?:para siempre|y no despertar\w*)|(?:ojala|quisiera|preferiria|prefiero|desearia) (?:\w+ )?(?:estar muert[oa]|estuviera muert[oa]|morir(?:me)?(?! de)|me muriera|no haber nacido|no existir)|ojala (?:me )?(?:muriera|muera|no existiera|no hubiera nacido|nunca hubiera (?:nacido|existido))`,
      ],
      [
        0.85,
        String.raw`(?:mejor|mas felices|mas tranquil[oa]s|bien) sin (?:mi|el|ella)(?= |$|[.,!?;])(?! (?:coche|movil|ordenador|\w+))|sin mi(?: \w+){0,3} (?:mejor|mas felices)(?= |$|[.,!?;])|mejor sin mi|sin mi (?:\w+ )?(?:estarian|estareis|estariais|seria|serian|estara[ns]?) (?:\w+ )?(?:mejor|felices|feliz)`,
      ],
      [
        0.85,
        String.raw`(?:(?:nadie|a nadie)(?: \w+){0,4}|(?:importaria|importa|notaria|extranaria|daria cuenta)(?: \w+){0,2}) si (?:yo )?(?:me )?(?:muero|muriera|desaparezco|desapareciera|no estoy|no estuviera|faltara|falto|mato|matara|fuera|muriese|voy de este mundo)`,
      ],
      [
        0.9,
        String.raw`(?:no|sin|ningun|que|perdi(?:do)? el|perdido las)(?: \w+){0,3} (?:sentido|ganas|razon(?:es)?|motivos?)(?: \w+)? (?:a|de|para|en|por)(?: \w+)? (?:vivir|viviendo|vida|seguir (?:aqui|viviendo|viv[oa]|adelante)|existir|seguir$)|(?:mi|la) vida no (?:tiene|vale|merece)(?: \w+)?(?: sentido| pena| nada)?|no (?:vale|merece) la pena (?:vivir|seguir (?:viviendo|viv[oa]|aqui)|la vida|esta vida)|(?:no )?(?:tengo )?(?:nada|razones|motivos) (?:por|para) (?:lo |la |los |las )?(?:que |cual |cuales )?(?:vivir|seguir viviendo)`,
      ],
      [
        0.9,
        String.raw`(?:cansad[oa]|hart[oa]|agotad[oa]|aburrid[oa]) de (?:vivir|la vida|mi vida|esta vida|existir|estar viv[oa]|seguir viv\w+)|odio (?:vivir|estar viv[oa]|seguir viv[oa]|mi existencia)|no (?:merezco|deberia) (?:vivir|existir|estar viv[oa]|haber nacido)|(?:nunca|no) debi(?:o|era)? (?:haber )?nac(?:er|ido)|ojala no hubiera nacido`,
      ],
      [
        0.75,
        String.raw`(?:ya )?no (?:puedo|aguanto|soporto|doy para) mas[^\n]{0,60}(?:desaparecer|morir|muerte|siempre|acabar|adios|vida|vivir|no estar)|no (?:aguanto|soporto|puedo con) (?:mas )?(?:vivir|la vida|esta vida|mi vida)(?: asi)?|no aguanto (?:mas )?(?:viviendo|estar viv[oa])`,
      ],
      [
        0.7,
        String.raw`(?:quiero|quisiera|necesito|deseo) (?:que )?(?:desaparecer|todo (?:esto )?(?:se )?(?:acabe|termine)|acabar con (?:todo|esto|el dolor|mi sufrimiento)|terminar con (?:todo|esto)|dejar de (?:existir|vivir|sufrir))`,
      ],
      [
        0.9,
        String.raw`(?:me |se )?(?:voy a|va a|quiero|pienso|podria|estoy a punto de)? ?(?:tirar|lanzar|saltar|arrojar|tiro|lanzo)(?:me|se)? (?:por|desde|de|del|al|a las) (?:el |la |un |una |las )?(?:\w+ )?(?:balcon|ventana|puente|tejado|azotea|edificio|vias?|tren|metro|acantilado|terraza|rio|piso|precipicio)`,
      ],
      [
        0.85,
        String.raw`(?:me|se) (?:vuelvo|volvi|vuelve|volvio|he vuelto|ha vuelto)? ?a? ?(?:cort(?:o|e|a|ar|ado|aba)|corto|hago cortes|hice cortes|hace cortes|he hecho cortes|quemo|queme|lesiono|lesione)(?: (?:otra vez|de nuevo|a proposito|en|los|las|el|la) (?:\w+ )?(?:brazos?|piernas?|munecas?|muslos?|venas|piel)| para sentir| cuando| otra vez| de nuevo| a proposito|$)|hago cortes|cortarme (?:los|las|para|otra|de nuevo|cuando)|autolesi\w+|autodesviv\w+|desvivirme|(?:me quiero|quiero|necesito|voy a|ganas de|me voy a)(?: \w+)? (?:hacerme|hacer|lastimarme|lastimar) ?(?:dano)?(?= |$|[.,!])(?! (?:a (?:mi|mis|su|la|el|los) (?!mism)|ejercicio|una|un|la|el|los|las|algo|yoga|deporte|caso|falta|gracia|amigos))|(?:quiero|voy a|necesito|ganas de|me quiero|me voy a) (?:lastimar(?:me)?|hacer(?:me)? dano)(?= |$|[.,!])(?! a (?:mi|mis|su|la|el|los) (?!mism))|me hago dano (?:a mi|para|cuando|a proposito)|quiero cortarme(?! el)`,
      ],
      [
        0.85,
        String.raw`(?:me |se )?(?:he |ha )?(?:tomado|tome|tomo|tragado|trague|trago|tomar(?:me)?|tragar(?:me)?) (?:\w+ )?(?:tod[oa]s?|much[oa]s|demasiad[oa]s|un (?:bote|frasco|monton|punado)|una (?:caja|tableta)|medio bote|\d{2,})(?: (?:las|los|mis|sus|de|el|la|entero|entera))*(?: \w+)? ?(?:pastillas?|pildoras?|ansioliticos|medicamentos?|medicacion|paracetamol|ibuprofeno|somniferos|frasco|bote)`,
      ],
      [
        0.85,
        String.raw`(?:pastillas|soga|cuerda|cuchilla|cuchillo|pistola) (?:estan? )?(?:delante|enfrente|en la mano|preparad[oa]s?|list[oa]s?|a mi lado)`,
      ],
      [
        0.8,
        String.raw`(?:es|este es|sera|son) (?:mi|el) ultimo (?:mensaje|dia|adios|wasap|whatsapp)|(?:ultima|mis ultimas) (?:noche|palabras|carta)|ya no (?:voy a )?(?:estar|estare) (?:aqui|viv[oa])|no (?:estare|voy a estar) (?:aqui |viv[oa] )?(?:manana|el ano que viene|cuando|mucho (?:mas )?tiempo|para verlo)|me despido (?:de todos|para siempre|de este mundo)|adios (?:mundo|para siempre|a todos para siempre)`,
      ],
      [
        0.75,
        String.raw`(?:la|una) vida (?:ya )?no (?:tiene|vale)|rendir(?:me|se) con la vida|sobredosis (?:a proposito|para morir)|me (?:quitaria|quito) (?:la vida|de en medio)|quitarme de en medio`,
      ],
    ],
    abuse: [
      [
        0.85,
        String.raw`(?:no par(?:a|o|aba) de|empez(?:o|aba) a|intent(?:o|aba|a)|quiso|volvio a|ha vuelto a|termin(?:o|a)) (?:pegarme|golpearme|estrangularme|violarme|asfixiarme|ahorcarme|patearme|maltratarme|tocarme|matarme)|me (?:arrastr(?:o|a|aba)|zarande(?:o|a)|agarr(?:o|a) (?:del|por el) (?:cuello|pelo|brazo)|cog(?:io|e) (?:del|por el|de los) (?:cuello|pelo|pies|brazo)|tir(?:o|a) (?:al suelo|del pelo|contra)|dio (?:punetazos|patadas|una bofetada|un tortazo|un punetazo|una paliza)|ha (?:pegado|dado) (?:un (?:tortazo|punetazo)|una (?:bofetada|paliza)))|no me (?:deja|dejo|dejaba) salir (?:de casa|nunca|mas)|me toca y`,
      ],
      [
        0.9,
        String.raw`(?:mi (?:\w+ )?${CLOSE}|el|ella) (?:\w+ ){0,3}?(?:me|nos|la|le) (?:ha |esta |estaba |volvio a |vuelve a )?(?:peg(?:a|o|aba|ado|ando)|golpe(?:a|o|aba|ado|ando)|maltrat(?:a|o|aba|ado|ando)|abus(?:a|o|aba|ado|ando)|viol(?:a|o|aba|ado|ando)|abofete(?:a|o)|pate(?:a|o|ado)|estrangul(?:a|o)|ahorc(?:a|o)|empuj(?:a|o|aba) (?:contra|por)|manose(?:a|o|aba)|zurr(?:a|o)|dio una (?:paliza|bofetada)|da (?:palizas|una paliza|bofetadas))(?! (?:mucho )?(?:este|esta|con (?:la|el) (?:camisa|color|ropa)|la risa|un (?:susto|toque|grito)|el sol))`,
      ],
      [
        0.75,
        String.raw`(?:me|nos) (?:pegan?|pego|pegaba|golpean?|golpeo|maltratan?|maltrato|maltrataba|abusan?|abuso|violo|violaron|viola|han (?:pegado|violado|golpeado|agredido)|ha (?:pegado|violado|golpeado|maltratado)|toquetean?|manosean?|manoseo|tocaron|dio una paliza|dieron una paliza)(?! (?:mucho|bien|el|la|este|esta|un|una(?! paliza)|con (?:la|el)|en (?:la|el)))`,
      ],
      [
        0.85,
        String.raw`(?:mi (?:\w+ )?${CLOSE}|el|un hombre|alguien) (?:\w+ )?me (?:toca|tocaba|toco|ha tocado)(?: (?:cuando|por la noche|de noche|ahi|abajo|sin|mis|las|los|el|la|partes|en (?:la|mi) (?:cama|cuarto|habitacion))|$|[.,!])`,
      ],
      [
        0.9,
        String.raw`(?:fui|he sido|sufri|sufro|sufrio|estoy sufriendo|victima de|era|soy victima de) (?:\w+ )?(?:violad[oa]|abusad[oa]|agredid[oa]|maltratad[oa]|violacion|abusos?|agresion(?:es)?|maltrato|malos tratos|violencia)(?: \w+)?|abus(?:o|aron|ado|a|aba) (?:sexualmente )?de (?:mi|mis|mi \w+)|(?:me|intento|intentaron) (?:violar|violarme)|violaron|acos(?:o|a|aron|ando) sexualmente|agresion sexual`,
      ],
      [
        0.85,
        String.raw`me (?:obliga|obligo|obligaba|obligan|fuerza|forzo|forzaba) a (?:hacer|tener|tocar|desnudar|acostar|ver|mandar|enviar|acostarme|tocarle|hacerle)`,
      ],
      [
        0.75,
        String.raw`me (?:tiene|tenia|tienen) (?:encerrad[oa]|retenid[oa]|amenazad[oa])|me (?:encierra|encerro) (?:en|con)|no me deja (?:salir de casa|ver a (?:mi familia|mis amig\w+))|(?:me )?amenaza(?:n|ba)? con (?:matar|quitarme|pegar|hacer|publicar|subir)|(?:tengo|le tengo|me da) miedo (?:a|de|al llegar a) (?:mi (?:\w+ )?${CLOSE}|casa|volver a casa)|le tengo (?:mucho |panico |panico a |terror )?miedo?|miedo (?:de|a) (?:ir|volver) a casa|me chantajea\w*`,
      ],
      [
        0.55,
        String.raw`violencia (?:de genero|domestica|machista) en (?:mi|casa)|(?:nos|me) pega (?:con|cuando|cada|siempre|si)(?! (?:la|el) (?:camisa|ropa|color))`,
      ],
    ],
    violence: [
      [
        0.85,
        String.raw`(?:antes )?me (?:mataria|matara|va a matar|mata) a mi y a (?:mi|mis|los)|(?:se (?:esta )?quem(?:a|ando)|hay (?:un )?(?:fuego|incendio) en|esta ardiendo) (?:mi|la|el|nuestra) (?:casa|piso|cocina|edificio|habitacion)|(?:estoy|estamos) atrapad[oa]s? en (?:el|la|un|una) (?:\w+ )?(?:edificio|casa|coche|ascensor|incendio)`,
      ],
      [
        0.85,
        String.raw`(?:${SOMEBODY} )?(?:\w+ ){0,3}?(?:dice que|dijo que|juro que|amenaza con|amenazo con|quieren?|va[n]? a|intenta[n]?|intento|trata de)(?: \w+)? (?:me (?:va[n]? a|quieren?|iba[n]? a) )?(?:matarme|matarnos|pegarme un tiro|apunalarme|violarme|hacerme dano|matar a mi (?:\w+)|secuestrarme)|dij\w+ que me (?:mataria|matara|va a matar|iba a matar|rajaria)|me (?:va|van|quiere|quieren|iba) a matar (?:si (?:no )?(?:pago|lo dejo|la dejo|hablo|denuncio|digo|cuento|me voy|le dejo))|me quieren? matar`,
      ],
      [
        0.6,
        String.raw`(?:el|ella|mi ex|mi marido|mi novio|mi padre|mi padrastro|ese hombre|un hombre|ellos) (?:\w+ )?me (?:va|van|quiere|quieren) (?:a )?(?:matar|pegar|apunalar|violar)`,
      ],
      [
        0.85,
        String.raw`(?:amenaz(?:a|o|aron|ado|an|ada|ando|as) (?:de muerte|con (?:matar\w*|un[a]? ${WEAPON}|${WEAPON}|hacerme))|amenazad[oa] (?:de muerte|con))|me (?:han|ha|estan|esta|persiguen y) (?:amenaz\w+)`,
      ],
      [
        0.85,
        String.raw`(?:tiene|lleva|saco|con|trae|empuna|apunta con) (?:un|una|el|la|su) ${WEAPON}(?: y| en la mano| me|,|$|[.!])|(?:esta|hay)(?: \w+){0,6} con (?:un|una) ${WEAPON}`,
      ],
      [
        0.85,
        String.raw`(?:alguien|hombre|tipo|ladrones|ladron|desconocido|gente|ellos)?(?: \w+){0,3} ?(?:intenta(?:ndo|n)?|intentan|quiere[n]?|esta[n]? (?:intentando|tratando de)|tratando de|trata[n]? de) (?:entrar|colarse|forzar) (?:en|a|la puerta|por)(?: \w+)? ?(?:casa|piso|habitacion|puerta|ventana)?|(?:han entrado|entraron|hay (?:alguien|un hombre|un ladron|ladrones)) (?:\w+ )?(?:en|dentro de|a) (?:mi |la )?(?:casa|piso|habitacion)(?! rural)`,
      ],
      [
        0.8,
        String.raw`(?:me|nos) (?:esta[n]? )?(?:persig(?:ue|uen|uio)|siguiendo|persiguiendo|acechando|atacando|atracando|apuntando|disparando|secuestr\w+|retenid\w+)|me (?:sigue|siguen) (?:un|una|unos|por la calle|desde|hasta|a casa)|me (?:atac\w+|atrac(?:o|aron|an)|apunalaron|dispararon|secuestraron|asaltaron|robaron a punta)`,
      ],
      [
        0.75,
        String.raw`(?:temo por|corre peligro) mi vida|mi vida (?:esta en|corre) peligro|estoy en peligro|llama(?:d|en)? a la policia|tirador activo|hay un tiroteo`,
      ],
    ],
    threat: [
      [
        0.85,
        String.raw`(?:voy a|vamos a|quiero|pienso|planeo|tengo ganas de|juro que|deberia|necesito|estoy pensando en) (?:\w+ )?(?:matar|asesinar|apunalar|disparar|rajar|acuchillar|envenenar|degollar|estrangular|violar|quemar viv\w+|reventar|torturar|descuartizar)(?:l[oae]s?|os|te)? ?(?:a (?:mi (?!mism[oa])|tod[oa]s|alguien|es[ea]|su|la gente|los|las|el|ella|ellos|un|una)\w*|al |$|[.,!]|y )`,
      ],
      [
        0.85,
        String.raw`(?:l[oae]s?|os) (?:voy a|vamos a|pienso|juro que voy a|quiero) (?:\w+ )?(?:matar|apunalar|rajar|acuchillar|envenenar|reventar|degollar|meter un tiro|pegar un tiro|meter (?:un|una|cuatro) (?:bala|balazo|tiros?|punalada)|partir la (?:cara|cabeza))|(?:l[oae]s? (?:mato|mataria|rajo|apunalo|acuchillo|reviento)|los (?:mato|rajo) a todos)(?! a (?:besos|abrazos|cosquillas))`,
      ],
      [
        0.9,
        String.raw`(?:llevo|llevar|traigo|llevare|meter|compre|comprado|tengo) (?:un|una|el|la|mi) ${WEAPON} (?:al|a la|a|en|y (?:los|las|lo|la|me|va)|para) (?:\w+ )?(?:instituto|colegio|escuela|clase|trabajo|oficina|iglesia|fiesta|matar|rajar|pagar\w*|todos)?`,
      ],
      [
        0.85,
        String.raw`(?:voy a|quiero|pienso|vamos a) (?:prender fuego|quemar|incendiar|volar|poner una bomba)(?:le|les)? ?(?:a|en|fuego)? ?(?:a )?(?:su|la|el|tu|mi) (?:\w+ )?(?:casa|coche|piso|instituto|colegio|escuela|edificio|tienda|oficina)`,
      ],
      [
        0.85,
        String.raw`como (?:se )?(?:hago|hacer|hace|fabricar|fabrico|construir) (?:una )?(?:bomba|explosivos?|coctel molotov)|como (?:puedo )?(?:matar|envenenar|estrangular|asesinar) a (?:alguien|una persona|mi|un|la gente)|(?:contratar|buscar) (?:a )?un sicario`,
      ],
      [
        0.75,
        String.raw`(?:hacer(?:le|les)?|hago) (?:mucho )?dano a (?:mi|mis|su|sus|la|los|las|un|alguien)(?: \w+)?[^\n]{0,50}|(?:lo|la|los|las) quiero (?:ver )?muert[oa]s?|(?:va a pagar|me las (?:va|van) a pagar)[^\n]{0,40}(?:${WEAPON}|sangre|muert)|quiero (?:que (?:se )?muera|verl[oa] muert[oa])`,
      ],
    ],
    medical: [
      [
        0.85,
        String.raw`(?:^|[.!?\n] ?|ayuda[,!:] ?)(?:infarto|ictus|sobredosis|convulsion(?:es)?)(?= ?[!,.]* ?(?:ayuda|socorro|necesito|urgente|rapido|ya|$))|hemorragia|emergencia medica|(?:sangrado|sangra) (?:abundante|mucho|que no para)|quemaduras graves`,
      ],
      [
        0.85,
        String.raw`(?:no|apenas|casi no) (?:puede[n]?|puedo|logra|consigue|puedo ni) (?:\w+ )?respirar|no (?:esta )?respira(?:ndo)?(?= |$|[.,!])|(?:le|me) (?:cuesta|falta) (?:mucho )?(?:respirar|el aire|el aliento)|dificultad para respirar`,
      ],
      [
        0.9,
        String.raw`(?:esta[n]?|estoy|esta teniendo|teniendo|tiene|tengo|sufr(?:e|iendo|io|o)|dando|da|dio|ha dado|tuvo) (?:\w+ )?(?:un |una )?(?:\w+ )?(?:infarto|ataque al corazon|ataque cardiaco|ictus|derrame cerebral|derrame|convulsion(?:es)?|paro cardiaco|reaccion alergica|embolia|ataque epileptico|shock anafilactico|anafilaxia)|convulsionando|anafila\w+`,
      ],
      [
        0.85,
        String.raw`(?:inconsciente|no (?:tiene|le encuentro) (?:el )?pulso|sin pulso|no reacciona|no (?:se )?despierta(?= |$|[.,!])(?! hasta)|no responde y|desmay(?:o|ado|ada|e) y no|se ha desmayado|se desmayo|(?:perdio|ha perdido|perdi) (?:el conocimiento|la consciencia|la conciencia))`,
      ],
      [
        0.85,
        String.raw`(?:sangra(?:ndo)?|perdiendo (?:mucha )?sangre|desangr\w+)(?: (?:much(?:o|isimo|isima)|sin parar|por (?:la|el) \w+|y no|de la cabeza))|no (?:deja|para|paro) de sangrar|(?:mucha|muchisima) sangre|vomit(?:a|o|ando) sangre|tos(?:e|iendo|o) (?:con )?sangre|desangrando`,
      ],
      [
        0.9,
        String.raw`(?:ha |he |se ha |se |me )?(?:tragado|trago|trague|bebido|bebio|bebi|comido|ingerido|tomado) (?:\w+ ){0,3}(?:lejia|veneno|pila|pilas|detergente|raticida|matarratas|amoniaco|anticongelante|cloro|un iman|imanes|salfuman)|envenenad[oa]|intoxicad[oa]`,
      ],
      [
        0.8,
        String.raw`(?:una )?sobredosis(?! de (?:azucar|cafe|trabajo|series|informacion|dulce))|se (?:esta )?(?:ahogando|ahoga|atragant(?:o|a|ando|ado))(?! (?:en un vaso|de risa|de trabajo|con el trabajo))|me (?:estoy )?(?:ahogando|ahogo|atragante)(?! (?:en|de) (?:un vaso|trabajo|risa|deudas))`,
      ],
      [
        0.8,
        String.raw`(?:duele|dolor|dolores|opresion|presion|pinchazos?|punzada)(?: \w+){0,3} (?:el |en el |de )?pecho(?! (?:del gimnasio|tras|de entrenar))|se me (?:duerme|ha dormido|durmio) (?:el|la|medi[oa]) (?:brazo|lado|cara)|(?:media )?cara (?:caida|paralizada|torcida|dormida)|labios (?:\w+ )?(?:azules|morados)|se (?:me|le) (?:cierra|hincha|esta cerrando|esta hinchando|ha cerrado) la garganta|no (?:puede|siente|mueve) (?:mover |hablar )?(?:el brazo|la pierna|medio cuerpo|bien)(?: ni)?`,
      ],
      [
        0.85,
        String.raw`(?:llama(?:d|r|en)?|necesito|necesitamos|manda(?:d|r)?|pide|envia(?:d|r)?) (?:a )?(?:una |la )?(?:ambulancia|emergencias|112|911)|(?:lo|la|le|me) (?:ha )?(?:atropell\w+)|se (?:esta )?muriendo(?! (?:de|por))|electrocutad[oa]`,
      ],
    ],
  },
};
