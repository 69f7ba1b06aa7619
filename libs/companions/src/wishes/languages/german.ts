import type { WishPatterns } from '../wish-patterns.js';

const DO = '(?:schreib|schreibe|schreiben sie)';
const NOT = '(?:nicht|nie|niemals)';

export const GERMAN: WishPatterns = {
  language: 'de',
  less: [
    `${DO} mir (?:weniger|seltener|nicht so oft|nicht so viel|weniger oft)`,
    'weniger nachrichten',
    'du schreibst mir zu (?:oft|viel)',
  ],
  more: [
    `${DO} mir (?:öfter|häufiger)`,
    'du (?:kannst|darfst) mir (?:öfter|häufiger|mehr) schreiben',
    'mehr nachrichten',
  ],
  off: [
    `${DO} mir (?:nicht mehr|${NOT}|nie mehr|nie wieder) (?:zuerst|als erste[rs]?|von dir aus|von selbst)`,
    `${DO} mir (?:nicht mehr|nie mehr|nie wieder)`,
    `${DO} mir (?:nur|bloß)(?: dann)? wenn ich (?:dir )?(?:zuerst )?schreibe`,
    '(?:hör|höre) auf mir (?:zuerst |von dir aus )?zu schreiben',
    'antworte nur wenn ich (?:dir )?(?:zuerst )?schreibe',
    'lass(?:en sie)? mich (?:bitte )?(?:in ruhe|in frieden)',
    'keine nachrichten mehr',
  ],
  on: [
    'du (?:kannst|darfst) mir (?:wieder|wieder zuerst|wieder von dir aus|zuerst|von dir aus) schreiben',
    `${DO} mir wieder (?:zuerst|von dir aus)`,
  ],
  notBefore: [
    `${NOT} vor {time}`,
    `${DO} (?:mir )?(?:bitte )?${NOT} vor {time}`,
    'keine nachrichten vor {time}',
    `${DO} mir (?:erst|nur) (?:nach|ab) {time}`,
  ],
  notAfter: [
    `(?:${NOT}|nichts) (?:mehr )?nach {time}`,
    `${DO} (?:mir )?(?:bitte )?(?:${NOT}|nichts) (?:mehr )?(?:nach|später als) {time}`,
    'keine nachrichten (?:mehr )?nach {time}',
    `${DO} mir nur (?:vor|bis) {time}`,
  ],
  zone: [
    'meine (?:zeitzone|zeit) ist (?:jetzt )?(?:die von )?{place}',
    '(?:stell|stelle|ändere) meine zeitzone auf (?:die von )?{place}',
    'ich bin in der zeitzone (?:von )?{place}',
  ],
  avoid: [
    `(?:erwähne?|erwähnen sie) (?:bitte )?{topic} (?:${NOT}|nicht mehr|nie mehr|nie wieder)`,
    `(?:sprich|rede|frag|frage) (?:mich |mit mir )?(?:bitte )?(?:${NOT}|nicht mehr|nie mehr|nie wieder) (?:über|von|nach|auf) {topic}`,
    `sprich {topic} (?:bitte )?(?:${NOT}|nicht mehr|nie mehr|nie wieder) an`,
    'hör auf (?:über|von|nach) {topic} zu (?:reden|sprechen|fragen)',
  ],
  noTopic: 'das|es|dies|ihn|ihm|ihr|sie|mich|mir|dich|dir|so|alles|nichts|was .*|wie .*',
  clock: {
    numbers: [
      'null',
      'eins|ein',
      'zwei',
      'drei',
      'vier',
      'fünf',
      ...'sechs sieben acht neun zehn elf zwölf'.split(' '),
    ],
    filler: 'uhr|um|h',
    morning: 'morgens|vormittags|früh|in der früh|am (?:morgen|vormittag)',
    afternoon: 'abends|nachmittags|am (?:abend|nachmittag)',
    night: 'nachts|in der nacht',
    noon: 'mittags?|(?:12|zwölf) uhr mittags',
    midnight: 'mitternacht',
    halfTo: 'halb',
  },
  during: {
    not: [
      `${DO} (?:mir )?(?:bitte )?${NOT} {when}`,
      `${DO} mir {when} (?:bitte )?(?:${NOT}|nichts)(?: mehr)?`,
      'keine nachrichten {when}',
    ],
    only: [`${DO} mir (?:bitte )?(?:nur|bloß) {when}`, 'nachrichten nur {when}'],
    notBare: [`${NOT} {when}`],
    onlyBare: ['(?:nur|bloß) {when}'],
    parts: {
      morning: 'morgens|vormittags|am (?:morgen|vormittag)|in der früh|so früh',
      afternoon: 'nachmittags|am nachmittag',
      evening: 'abends|am abend',
      night: 'nachts|in der nacht|so spät',
    },
    between: '(?:zwischen|von) {time} (?:und|bis) {until}',
    unkept: [
      '(?:am |an |in |im |unter |während )?(?:der |den |dem |meiner )?(?:wochenenden?|woche|feiertagen?|arbeitszeit|urlaub)',
      '(?:am |an )?(?:(?:mon|diens|donners|frei|sams|sonn|werk)tag(?:s|en)?|mittwochs?)',
      String.raw`(?:wenn|während) ich [\p{L} ]{2,30}`,
      'bei der arbeit|heute|morgen|diese woche|dieses wochenende|einmal (?:(?:am|pro) tag|(?:die|pro|in der) woche|im monat)',
    ].join('|'),
  },
};
