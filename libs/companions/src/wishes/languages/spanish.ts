import type { WishPatterns } from '../wish-patterns.js';

const WRITE = '(?:escribas|mandes mensajes|envíes mensajes|hables|contactes)';
const WRITE_FORMAL = '(?:escriba|mande mensajes|envíe mensajes|contacte)';
const NOT = `(?:no|nunca) (?:me )?(?:${WRITE}|${WRITE_FORMAL})`;
const DAYS =
  '(?:fin(?:es)? de semana|findes?|entre semana|semana|días? (?:laborables?|festivos?|de semana)|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|vacaciones)';
const ONLY = 'escr[íi]beme|escríbame|mándame mensajes|mensajéame';

export const SPANISH: WishPatterns = {
  language: 'es',
  less: [
    `(?:${ONLY}) (?:menos|con menos frecuencia|menos a menudo)`,
    `${NOT} (?:tanto|tan (?:a menudo|seguido)|tantos mensajes|tantas veces)`,
    'no me (?:mandes|envíes) tantos mensajes',
    'menos mensajes',
    'me (?:escribes|mandas mensajes) demasiado',
  ],
  more: [
    `(?:${ONLY}) (?:más|más a menudo|más seguido|con más frecuencia)`,
    'puedes escribirme más(?: a menudo| seguido)?',
    'más mensajes',
  ],
  off: [
    `${NOT} (?:tú )?primero(?: nunca más| más)?`,
    `${NOT} (?:más|nunca más|si no te escribo(?: yo)?(?: primero| antes)?)`,
    'no me vuelvas a escribir(?: primero)?',
    '(?:deja|para) de (?:escribirme|mandarme mensajes|enviarme mensajes)(?: primero)?',
    'solo (?:escríbeme|responde|contesta|respóndeme|contéstame) cuando (?:yo )?te escriba(?: primero| yo)?',
    'd[ée]ja(?:me|nme)? (?:en paz|tranquil[oa])',
    'no (?:me molestes|molestes)(?: más| nunca más)?',
    'deja de molestar(?:me)?',
    '(?:no más|ya no quiero|no quiero) (?:más )?mensajes',
    'ya no me escribas(?: más)?',
  ],
  on: [
    '(?:ya )?puedes (?:volver a escribirme|escribirme (?:de nuevo|otra vez|primero))(?: primero| otra vez)?',
    '(?:ya )?me puedes (?:volver a escribir|escribir (?:de nuevo|otra vez|primero))(?: primero)?',
    'vuelve a escribirme(?: primero)?',
    'escríbeme (?:tú )?primero(?: otra vez| de nuevo)?',
    'escríbeme cuando quieras',
  ],
  notBefore: [
    'no antes de {time}',
    `${NOT} antes de {time}`,
    '(?:nada de|ningún|sin) mensajes? antes de {time}',
    '(?:escríbeme solo|solo escríbeme) (?:después|a partir) de {time}',
  ],
  notAfter: [
    'no (?:después de|más tarde de|pasadas) {time}',
    `${NOT} (?:después de|más tarde de|pasadas) {time}`,
    '(?:nada de|ningún|sin) mensajes? después de {time}',
    '(?:escríbeme solo|solo escríbeme) antes de {time}',
  ],
  zone: [
    'mi (?:zona horaria|huso horario) es (?:la de |el de )?{place}',
    '(?:pon|cambia) mi (?:zona horaria|huso horario) a (?:la de |el de )?{place}',
    '(?:estoy en|uso|tengo) (?:la )?(?:hora|zona horaria) de {place}',
  ],
  avoid: [
    String.raw`(?:no|nunca) (?:me )?(?:menciones|hables (?:más )?(?:de|sobre)|saques el tema de|preguntes (?:más )?por|recuerdes a) {topic}(?: más| nunca más)?`,
    'deja de (?:mencionar|hablarme (?:de|sobre)|hablar de|preguntarme por|preguntar por) {topic}',
  ],
  noTopic: 'eso|esto|ello|lo|él|ella|mí|ti|nada|nadie|todo|así|esa manera|ese modo|lo que .*|qué .*',
  clock: {
    numbers: ['cero', 'una', ...'dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' ')],
    filler: 'las?|horas?|h|hs|en punto',
    morning: String.raw`de la (?:mañana|madrugada)|a\.?\s?m\.?`,
    afternoon: String.raw`de la tarde|p\.?\s?m\.?`,
    night: 'de la noche',
    noon: '(?:el )?mediodía',
    midnight: '(?:la )?medianoche',
    halfPast: 'y media',
  },
  during: {
    not: [`${NOT} {when}`, '(?:nada de|ningún|sin) mensajes? {when}', 'no quiero mensajes {when}'],
    only: [`(?:solo|solamente) (?:${ONLY}) {when}`, `(?:${ONLY}) (?:solo|solamente|únicamente) {when}`],
    notBare: ['(?:no|nunca|nada) {when}'],
    onlyBare: ['(?:solo|solamente|únicamente) {when}'],
    parts: {
      morning: '(?:por|en) las? mañanas?|de mañana|tan temprano|temprano',
      afternoon: '(?:por|en) las? tardes?|de tarde',
      night: '(?:por|en) las? noches?|de noche|tan tarde',
    },
    between: '(?:entre|de|desde) {time} (?:y|a|hasta) {until}',
    unkept: [
      `(?:(?:en|durante) )?(?:los? |el |las? |mis? )?${DAYS}(?: (?:y|o|ni|a) (?:los? |el )?${DAYS})?`,
      String.raw`(?:cuando|mientras) (?:estoy|esté|trabaj[oe]|estudi[oe]|duerm[oa])[\p{L} ]{0,30}`,
      'en (?:el trabajo|clase)|hoy|mañana|esta (?:semana|noche|tarde|mañana)|este (?:mes|fin de semana)',
      '(?:antes|después) del? (?:desayuno|almuerzo|trabajo|colegio|comer|cenar|desayunar|almorzar|trabajar|clase)',
      '(?:una|dos|tres) ve(?:z|ces) (?:al día|al mes|a la semana|por semana)',
    ].join('|'),
  },
};
