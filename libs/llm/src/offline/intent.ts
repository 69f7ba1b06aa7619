/** What a message wants, as far as a template can tell. */
export type Intent =
  | 'no-text'
  | 'are-you-a-bot'
  | 'who-are-you'
  | 'what-is-my'
  | 'time-or-date'
  | 'help'
  | 'goodbye'
  | 'thanks'
  | 'how-are-you'
  | 'greeting'
  | 'question'
  | 'statement';

/** In the order in which they win. */
const SIGNS: readonly (readonly [Intent, RegExp])[] = [
  [
    'are-you-a-bot',
    /\b(?:are|r) (?:you|u) (?:actually |really )?(?:an? )?(?:bot|robot|ai|human|real|person|machine|computer|chatbot)\b|\b(?:is this|am i talking to) (?:an? )?(?:bot|robot|ai|human|person|machine)|\beres (?:de verdad |realmente )?(?:una? )?(?:bot|robot|ia|humano|humana|real|persona|máquina|maquina)(?![\p{L}])|\bhablo con (?:una? )?(?:bot|robot|ia|humano|persona|máquina|maquina)/iu,
  ],
  [
    'what-is-my',
    /\b(?:what|who|where|when|which|do you (?:know|remember))\b[^.?!]*\b(?:my|do i|am i)\b|(?:^|[^\p{L}])(?:cómo|como|cuál|cual|quién|quien|dónde|donde|qué|que|sabes|recuerdas)(?![\p{L}])[^.?!]*(?:[^\p{L}](?:mi|me llamo|vivo|trabajo|me gusta)(?![\p{L}]))[^.]*[?]/iu,
  ],
  [
    'who-are-you',
    /\bwho are you\b|\bwhat(?:['’]s| is) your name\b|\bqui[ée]n eres\b|\bc[óo]mo te llamas\b|\bcu[áa]l es tu nombre\b/iu,
  ],
  [
    'time-or-date',
    /\bwhat(?:['’]s| is)? (?:the )?(?:current |today['’]?s )?(?:time|date|day)\b(?! of)|\bwhat day is\b|\bqu[ée] (?:hora|d[íi]a|fecha)\b|\ba qu[ée] d[íi]a estamos\b/iu,
  ],
  ['help', /\bwhat can you do\b|^\W*(?:help|ayuda)\W*$|\bqu[ée] (?:puedes|sabes) hacer\b/iu],
  [
    'goodbye',
    /^\W*(?:ok(?:ay)?,? |well,? |bueno,? )?(?:good ?bye|bye|see you|see ya|good ?night|take care|talk later|adi[óo]s|hasta (?:luego|mañana|pronto)|chao|nos vemos|buenas noches,? (?:me voy|adi[óo]s))/iu,
  ],
  ['thanks', /\b(?:thanks|thank you|thx|cheers|gracias)\b/iu],
  ['how-are-you', /\bhow are (?:you|things)\b|\bhow(?:['’]s| is) it going\b|\bqu[ée] tal\b|\bc[óo]mo est[áa]s\b/iu],
  [
    'greeting',
    /^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|hola|buen(?:os|as)(?: d[íi]as| tardes| noches)?)(?![\p{L}])/iu,
  ],
  [
    'question',
    /[?¿]|^\W*(?:what|who|where|when|why|how|which|can|could|do|does|is|are|qu[ée]|qui[ée]n|d[óo]nde|cu[áa]ndo|c[óo]mo|puedes)(?![\p{L}])/iu,
  ],
];
/** A greeting or thanks with more than this behind it is about the rest, in characters. */
const SHORT = 40;
const ONLY_WHEN_SHORT: readonly Intent[] = ['thanks', 'greeting', 'goodbye', 'how-are-you'];

/** What a text wants: the first sign that it shows. */
export function intentOf(text: string): Intent {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'no-text';
  const signs = SIGNS.filter(([intent]) => text.length <= SHORT || !ONLY_WHEN_SHORT.includes(intent));
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? 'statement';
}
