import type { WishPatterns } from '../wish-patterns.js';

const DO = '(?:scrivimi|mi scriva|mandami messaggi)';
const NOT = '(?:non|mai) (?:mi )?(?:scrivermi|scrivere|scriva|mandarmi messaggi|contattarmi)';

export const ITALIAN: WishPatterns = {
  language: 'it',
  less: [
    `${DO} (?:di )?meno(?: spesso)?`,
    `${NOT} (?:così spesso|così tanto|tanto|troppo)`,
    'non mandarmi (?:così )?tanti messaggi',
    'meno messaggi',
    'mi scrivi (?:troppo|troppo spesso)',
  ],
  more: [`${DO} (?:di più|più spesso)`, 'puoi scrivermi (?:di più|più spesso)', 'più messaggi'],
  off: [
    `${NOT} (?:mai )?(?:più )?(?:per prim[oa]|tu per prim[oa]|di tua iniziativa)`,
    `${NOT} (?:mai )?più`,
    `${NOT} se non ti scrivo (?:io|prima io|per prim[oa])`,
    'smetti(?:la)? di (?:scrivermi|mandarmi messaggi)(?: per prim[oa])?',
    '(?:scrivimi|rispondimi|rispondi) solo quando ti scrivo(?: io| per prim[oa])?',
    'lasciami (?:in pace|stare|tranquill[oa])',
    'non disturbarmi(?: più)?',
    'basta messaggi',
  ],
  on: [
    'puoi (?:di nuovo |ancora )?scrivermi (?:di nuovo|ancora|per prim[oa]|tu)(?: per prim[oa])?',
    'puoi (?:di nuovo |ricominciare a |tornare a )scrivermi(?: per prim[oa])?',
  ],
  notBefore: [
    "(?:non|mai) prima (?:delle|di|del|dell[ae]|dell')? ?{time}",
    `${NOT} prima (?:delle|di|del|dell[ae]|dell')? ?{time}`,
    '(?:niente|nessun) messaggi?o? prima (?:delle|di|del) {time}',
    `${DO} solo dopo (?:le|la|l')? ?{time}`,
  ],
  notAfter: [
    "(?:non|mai|niente) dopo (?:le|la|il|l')? ?{time}",
    `${NOT} dopo (?:le|la|il|l')? ?{time}`,
    "(?:niente|nessun) messaggi?o? dopo (?:le|la|l')? ?{time}",
    `${DO} solo prima (?:delle|di|del) {time}`,
  ],
  zone: [
    'il mio fuso(?: orario)? è (?:quello di |quello del )?{place}',
    '(?:imposta|cambia) il mio fuso(?: orario)? (?:su|a|in) (?:quello di )?{place}',
    'sono (?:sul|nel) fuso(?: orario)? di {place}',
  ],
  avoid: [
    "(?:non|mai) (?:mi )?(?:parlare|parlarmi|menzionare|nominare|chiedermi|chiedere|ricordarmi)(?: mai)?(?: più)?(?: del| dello| della| dei| degli| delle| di| dell')? ?{topic}(?: mai più| più)?",
    "smetti(?:la)? di (?:parlare|parlarmi|menzionare|nominare|chiedermi)(?: del| dello| della| dei| degli| delle| di| dell')? ?{topic}",
  ],
  noTopic:
    'questo|ciò|quello|lui|lei|me|te|così|nulla|niente|tutto|nessuno|con .*|se .*|cosa .*|che .*|prima .*|dopo .*|quando .*|più|mai|scusa.*|di .*|del .*|a .*',
  clock: {
    numbers: ['zero', "una|l'una", ...'due tre quattro cinque sei sette otto nove dieci undici dodici'.split(' ')],
    filler: "le|la|ore|l'|in punto|h",
    morning: 'di mattina|del mattino|della mattina',
    afternoon: 'del pomeriggio|di pomeriggio|di sera|della sera',
    night: 'di notte|della notte',
    noon: '(?:il )?mezzogiorno',
    midnight: '(?:la )?mezzanotte',
    halfPast: 'e mezz[ao]',
  },
  during: {
    not: [`${NOT} {when}`, '(?:niente|nessun) messaggi?o? {when}'],
    only: [`${DO} (?:solo|soltanto) {when}`],
    notBare: ['(?:non|mai) {when}'],
    onlyBare: ['(?:solo|soltanto) {when}'],
    parts: {
      morning: '(?:di|la) mattina|al mattino|così presto',
      afternoon: '(?:di|nel|il) pomeriggio',
      evening: '(?:di|la) sera',
      night: '(?:di|la) notte|così tardi',
    },
    between: "(?:tra|fra|dalle|dall') ?{time} (?:e|alle|all') ?{until}",
    unkept: [
      '(?:nel |nei |il |la |di |in |durante (?:il |la |le )?)?(?:week-?end|fine settimana|settimana|giorni (?:feriali|festivi)|vacanz[ae])',
      '(?:il |la |di )?(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)',
      String.raw`(?:quando|mentre) (?:sono|lavoro|dormo|sto)[\p{L} ]{0,30}`,
      'al lavoro|oggi|domani|questa settimana|una volta (?:al giorno|alla settimana|al mese)',
    ].join('|'),
  },
};
