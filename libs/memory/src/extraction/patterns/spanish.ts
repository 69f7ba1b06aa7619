import { ES_END, spanish, VALUE, type PatternLanguage } from './pattern.js';

const OFTEN = String.raw`(?:(?:ahora|ya|todavía|también|realmente|actualmente) )*`;
const RELATION = String.raw`(?<relation>(?:hermana|hermano|madre|padre|mamá|papá|mujer|esposa|marido|esposo|hija|hijo|novia|novio|pareja|prima|primo|tía|tío|sobrina|sobrino|abuela|abuelo|amiga|amigo|jefa|jefe|vecina|vecino|compañera|compañero)s?(?: (?:mayor|menor|pequeñ[oa]|de piso))?)`;
const PET = String.raw`(?<pet>(?:perr|gat|conej)(?:o|a|it[oa])s?|loro|hámster|tortuga|caballo|pájaro|pez|cachorro)`;
const COUNT = String.raw`(?<count>una?|dos|tres|cuatro|cinco|\d)`;
const CALLED = String.raw`(?:,? (?:que se llaman?|llamad[oa]s?) (?<name>\p{Lu}[\p{L}'’-]+(?: y \p{Lu}[\p{L}'’-]+)?))?`;
const JOB = String.raw`(?<value>enfermer[oa]|cociner[oa]|profesora?|maestr[oa]|médic[oa]|dentista|ingenier[oa]|diseñadora?|programadora?|desarrolladora?|arquitect[oa]|contable|actor|actriz|artista|camarer[oa]|carpinter[oa]|consultora?|conductora?|electricista|fontaner[oa]|bomber[oa]|jardiner[oa]|peluquer[oa]|periodista|bibliotecari[oa]|mecánic[oa]|músic[oa]|pintora?|fotógraf[oa]|psicólog[oa]|policía|investigadora?|científic[oa]|secretari[oa]|cantante|soldado|ciruj[oa]n[oa]|traductora?|escritora?|abogad[oa]|estudiante|veterinari[oa]|piloto|panader[oa]|farmacéutic[oa]|fisioterapeuta|autónom[oa])`;
const ILLNESS = String.raw`(?<value>asma|diabetes|migrañas?|epilepsia|insomnio|artritis|hipertensión|ansiedad|depresión)`;
const THING = String.raw`(?<value>coche|bici|bicicleta|moto|barco|furgoneta|casa|piso|apartamento|guitarra|piano|violín|cámara)`;

/** What people say about themselves in Spanish. */
export const SPANISH: PatternLanguage = {
  patterns: [
    {
      finds: spanish(String.raw`(?:me llamo|mi nombre es|llámame|me dicen)\s+(?<value>\p{Lu}[\p{L}'’-]{1,29})`),
      text: 'Se llama {value}',
      key: 'name',
      category: 'personal',
      single: true,
      importance: 9,
    },
    {
      finds: spanish(
        String.raw`(?:no me (?:gustan?|agradan?)(?: nada)?|odio|detesto|no soporto|no aguanto) ${VALUE}${ES_END}`,
      ),
      text: 'No le gusta {value}',
      key: 'feeling about {value}',
      category: 'preference',
      single: true,
    },
    {
      finds: spanish(
        String.raw`(?<!no )me (?:gustan?|encantan?|fascinan?|apasionan?) (?:mucho |muchísimo )?(?!que\b|saber\b|como\b|cómo\b|cuando\b)${VALUE}${ES_END}`,
      ),
      text: 'Le gusta {value}',
      key: 'feeling about {value}',
      category: 'preference',
      single: true,
    },
    {
      finds: spanish(
        String.raw`mi (?<thing>\p{L}+(?: de \p{L}+)?) (?:favorit[oa]|preferid[oa]) (?:es|son) ${VALUE}${ES_END}`,
      ),
      text: '{Thing}, lo favorito: {value}',
      key: 'favourite {thing}',
      category: 'preference',
      single: true,
      importance: 6,
    },
    {
      finds: spanish(
        String.raw`(?:${OFTEN}vivo|estoy viviendo|me (?:he )?(?:mudé|mudado)|me acabo de mudar) (?:ahora )?(?:en|a|cerca de) ${VALUE}(?: (?:el|la|este|esta|hace|ayer) .*)?${ES_END}`,
      ),
      text: 'Vive en {value}',
      key: 'lives in',
      category: 'location',
      single: true,
      importance: 8,
    },
    {
      finds: spanish(
        String.raw`(?:soy (?:originari[oa] )?de|nací en|crecí en|vengo de) (?!\d|los que)${VALUE}${ES_END}`,
      ),
      text: 'Es de {value}',
      key: 'comes from',
      category: 'location',
      single: true,
      importance: 7,
    },
    {
      finds: spanish(
        String.raw`(?:${OFTEN}trabajo|estoy trabajando|(?:he empezado|empecé)(?: a trabajar)?) (?:de|como) ${VALUE}(?: en .*)?${ES_END}`,
      ),
      text: 'Trabaja de {value}',
      key: 'job',
      category: 'work',
      single: true,
      importance: 7,
    },
    {
      finds: spanish(
        String.raw`(?:${OFTEN}trabajo|estoy trabajando|(?:he empezado|empecé)(?: a trabajar| un trabajo nuevo)?)(?: (?:de|como) [^.,;]*?)? (?:en|para) ${VALUE}${ES_END}`,
      ),
      text: 'Trabaja en {value}',
      key: 'employer',
      category: 'work',
      single: true,
      importance: 7,
    },
    {
      finds: spanish(String.raw`soy ${JOB}(?!\p{L})`),
      text: 'Es {value}',
      key: 'job',
      category: 'work',
      single: true,
      importance: 7,
    },
    {
      finds: spanish(String.raw`(?:${OFTEN}estudio|estoy estudiando) (?!para |mucho)${VALUE}(?: en .*)?${ES_END}`),
      text: 'Estudia {value}',
      key: 'studies',
      category: 'education',
      single: true,
      importance: 6,
    },
    {
      finds: spanish(String.raw`(?:soy (?:muy )?alérgic[oa]|tengo alergia) (?:al?|a las?|a los) ${VALUE}${ES_END}`),
      text: 'Tiene alergia a {value}',
      key: 'allergy to {value}',
      category: 'health',
      importance: 10,
    },
    {
      finds: spanish(String.raw`(?:tengo|sufro de|me han diagnosticado|padezco) ${ILLNESS}`),
      text: 'Tiene {value}',
      key: 'has {value}',
      category: 'health',
      importance: 9,
    },
    {
      finds: spanish(
        String.raw`soy (?<value>vegan[oa]|vegetarian[oa]|celíac[oa]|diabétic[oa]|intolerante a la lactosa|sord[oa]|cieg[oa])(?!\p{L})`,
      ),
      text: 'Es {value}',
      key: 'is {value}',
      category: 'health',
      importance: 8,
    },
    {
      finds: spanish(String.raw`(?:mi cumpleaños es|cumplo(?: años)?|mi cumple es|nací) el ${VALUE}${ES_END}`),
      text: 'Cumpleaños: el {value}',
      key: 'birthday',
      category: 'personal',
      single: true,
      importance: 8,
    },
    {
      finds: spanish(
        String.raw`(?:tengo|he cumplido|acabo de cumplir|cumplí) (?<value>\d{2})(?: años)?(?!\d| (?!años)\p{L})`,
      ),
      text: 'Tiene {value} años',
      key: 'age',
      category: 'personal',
      single: true,
      importance: 6,
    },
    {
      finds: spanish(String.raw`mi ${RELATION} se llama (?<name>\p{Lu}\p{Ll}+)`),
      text: '{Relation}: se llama {name}',
      key: '{relation} name',
      category: 'relationship',
      importance: 7,
    },
    {
      finds: spanish(String.raw`tengo ${COUNT} ${RELATION}${CALLED}`),
      text: 'Tiene {count} {relation}{ de nombre name}',
      key: 'has {relation}',
      category: 'relationship',
      single: true,
      importance: 7,
    },
    {
      finds: spanish(
        String.raw`mi ${RELATION}(?: (?<name>\p{Lu}\p{Ll}+))? (?<verb>vive|trabaja|estudia|tiene|es|se mudó|se ha mudado) (?!muy|tan|aquí|así)${VALUE}${ES_END}`,
      ),
      text: '{Relation} {name} {verb} {value}',
      key: '{relation} {verb}',
      category: 'relationship',
    },
    {
      finds: spanish(
        String.raw`estoy (?<value>casad[oa](?: con \p{Lu}\p{Ll}+)?|prometid[oa]|divorciad[oa]|solter[oa])(?!\p{L})`,
      ),
      text: 'Está {value}',
      key: 'relationship status',
      category: 'relationship',
      single: true,
      importance: 8,
    },
    {
      finds: spanish(String.raw`(?:tengo|he adoptado|adopté|tenemos|hemos adoptado) ${COUNT} ${PET}${CALLED}`),
      text: 'Tiene {count} {pet}{ de nombre name}',
      key: 'pet {pet}',
      category: 'possession',
      importance: 7,
    },
    {
      finds: spanish(String.raw`mi ${PET} se llama (?<name>\p{Lu}\p{Ll}+)`),
      text: '{Pet}: se llama {name}',
      key: '{pet} name',
      category: 'possession',
      importance: 7,
    },
    {
      finds: spanish(
        String.raw`(?:tengo|me he comprado|me compré|he comprado|toco|conduzco) (?:una?|el|la)? ?${THING}(?!\p{L})`,
      ),
      text: 'Tiene {value}',
      key: 'owns {value}',
      category: 'possession',
      importance: 4,
    },
    {
      finds: spanish(
        String.raw`(?:tengo|es|tenemos) (?:una?|mi|el|la) (?<value>(?:cita|reunión|examen|entrevista|vuelo|operación|concierto|maratón|carrera|boda|viaje|fiesta|presentación|revisión)(?: (?:con|en|de|del|a) (?:el |la )?\p{L}+)?)`,
      ),
      text: 'Tiene {value}',
      key: 'plan {value}',
      category: 'plan',
      timed: true,
      importance: 7,
    },
    {
      finds: spanish(
        String.raw`(?:mi|la|el) (?<value>cita|reunión|examen|entrevista|vuelo|operación|concierto|maratón|boda|viaje|fiesta|presentación|revisión) (?:es|será|empieza) `,
      ),
      text: 'Tiene {value}',
      key: 'plan {value}',
      category: 'plan',
      timed: true,
      importance: 7,
    },
    {
      finds: spanish(
        String.raw`(?:voy a|vamos a|me voy a|nos vamos a|viajo a|vuelo a|me mudo a) (?<value>(?!dormir|comer|cenar|la cama)[^.,;:!?\n]{2,50}?)(?=$|[.,;:!?\n]| (?:el|la|en|este|esta|mañana|pasado|dentro|hoy|próxim[oa]) )`,
      ),
      text: 'Va a {value}',
      key: 'plan {value}',
      category: 'plan',
      timed: true,
      importance: 7,
    },
    {
      finds: spanish(
        String.raw`(?:quiero|me gustaría|mi sueño es|espero|mi meta es) (?<value>(?:aprender|ser|correr|escribir|visitar|viajar|abrir|montar|comprar|mudarme|estudiar|conocer|publicar|ahorrar|terminar) ?[^.,;:!?\n]{0,50}?)${ES_END}`,
      ),
      text: 'Quiere {value}',
      key: 'wants to {value}',
      category: 'goal',
      importance: 6,
    },
  ],
  endings: [
    {
      finds: spanish(String.raw`ya no vivo en ${VALUE}${ES_END}`),
      text: 'Ya no vive en {value}',
      ends: /lives?|vive/i,
    },
    {
      finds: spanish(
        String.raw`(?:(?:he dejado|dejé) (?:el |mi )?trabajo|ya no trabajo|me han despedido|me despidieron|he renunciado|renuncié|me he jubilado|me jubilé)(?: (?:en|de) (?<value>\p{Lu}[\p{L} ]{1,30}))?`,
      ),
      text: 'Ya no tiene ese trabajo {value}',
      ends: /\b(?:works?|job|trabaja|es )\b/i,
    },
    {
      finds: spanish(
        String.raw`(?:lo hemos dejado|hemos roto|rompimos|he roto con|cortamos|nos (?:hemos )?separ(?:amos|ado)|me (?:he )?divorci(?:é|ado))`,
      ),
      text: 'La relación terminó',
      ends: /novi[oa]|pareja|mujer|marido|espos[oa]|casad[oa]|prometid[oa]|girlfriend|boyfriend|married/i,
    },
    {
      finds: spanish(
        String.raw`(?:(?:he vendido|vendí) (?:el|la|mi) (?<value>\p{L}+)|mi (?<gone>\p{L}+) (?:se )?(?:murió|ha muerto|falleció|se perdió))`,
      ),
      text: 'Ya no tiene {value}{gone}',
      ends: /./,
    },
    {
      finds: spanish(
        String.raw`ya no (?:me gustan?|juego a|como|bebo|hago|toco|estudio|tengo|voy a|fumo) ${VALUE}${ES_END}`,
      ),
      text: 'Ya no: {value}',
      ends: /./,
    },
    {
      finds: spanish(String.raw`(?:he dejado|dejé) de (?<value>\p{Ll}+(?: [^.,;!?\n]{1,30}?)?)${ES_END}`),
      text: 'Ha dejado de {value}',
      ends: /./,
    },
    {
      finds: spanish(
        String.raw`(?:se (?:ha cancelado|canceló)|han cancelado|cancelaron) (?:el|la|mi) (?<value>\p{L}+)`,
      ),
      text: 'Se canceló: {value}',
      ends: /./,
    },
  ],
  corrections: [
    spanish(String.raw`(?:no,? )?(?:perdón,? |perdona,? )?(?:quise decir|quería decir|me refería a) ${VALUE}${ES_END}`),
    spanish(String.raw`(?:perdón|perdona|corrección)[,:]? (?:es|no es \p{L}+,?(?: es)?) ${VALUE}${ES_END}`),
  ],
};
