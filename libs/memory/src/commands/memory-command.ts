/** The languages in which a person is answered. */
export type CommandLanguage = 'en' | 'es' | 'pt' | 'fr' | 'de' | 'it';

/** What a person asks of the memory. `about` is in their words. */
export type MemoryCommand =
  | { readonly kind: 'tell'; readonly language: CommandLanguage }
  | { readonly kind: 'forget-all'; readonly language: CommandLanguage }
  | { readonly kind: 'forget'; readonly about: string; readonly language: CommandLanguage }
  | { readonly kind: 'remember'; readonly about: string; readonly language: CommandLanguage };

/** Longer messages say more than a command. */
const LONGEST = 200;
const MOST_WORDS = 25;

const BEFORE = String.raw`(?:(?:hey|hi|hello|ok|okay|so|and|well|please|alma|could you|can you|hola|oye|por favor|bueno|vale|puedes)[\s,!.]+)*`;
const AFTER = String.raw`(?:[\s,]*(?:please|now|thanks|thank you|por favor|ahora|gracias|s'il te plaît|bitte|per favore))*[\s.!?…🙏]*`;

const TELL: readonly (readonly [CommandLanguage, string])[] = [
  [
    'en',
    String.raw`(?:what|which things) (?:do|did|have) you (?:know|remember|got|saved|stored|learned|learnt|remembered|noted)(?: so far)? (?:about|on|of) me(?: so far)?`,
  ],
  ['en', String.raw`what (?:information|data|memories|facts) do you have (?:about|on|of) me`],
  ['en', String.raw`do you (?:know|remember) anything about me`],
  [
    'en',
    String.raw`(?:tell|show) me (?:everything|what|all)(?: that)? you (?:know|remember|have)(?: saved| stored)? (?:about|on|of) me`,
  ],
  [
    'es',
    String.raw`¿?qué (?:sabes|recuerdas|tienes guardado|has guardado|datos tienes|información tienes|recuerdos tienes) (?:de|sobre|acerca de) m[íi]`,
  ],
  [
    'es',
    String.raw`(?:dime|cuéntame|muéstrame|enséñame) (?:todo )?lo que (?:sabes|recuerdas|tienes guardado) (?:de|sobre) m[íi]`,
  ],
  ['pt', String.raw`o que (?:é que )?(?:você sabe|sabes|você lembra|lembras)(?:-te)? (?:sobre|de) mim`],
  ['fr', String.raw`(?:que sais-tu|qu['’]est-ce que tu sais|tu sais quoi) (?:de|sur) moi`],
  ['de', String.raw`was wei(?:ß|ss)t du (?:alles )?über mich`],
  ['it', String.raw`(?:che )?cosa (?:sai|ricordi) (?:di|su) me`],
];

const FORGET_ALL: readonly (readonly [CommandLanguage, string])[] = [
  [
    'en',
    String.raw`(?:forget|delete|erase|remove|wipe) (?:everything|all)(?: (?:that )?(?:you|you['’]ve) (?:know|remember|have|saved|stored|learned)(?: saved| stored| learned)?)?(?: (?:about|on|of) me)?`,
  ],
  ['en', String.raw`forget everything (?:that )?i(?:['’]ve| have)? (?:ever )?(?:told|said to) you`],
  [
    'en',
    String.raw`(?:delete|erase|remove|wipe) (?:all )?(?:of )?(?:my (?:data|memories|information)|your memor(?:y|ies) of me|what you know about me)`,
  ],
  [
    'es',
    String.raw`(?:olvida|olvídate de|borra|elimina) todo(?: lo que (?:sabes|recuerdas|tienes|te he (?:dicho|contado)|te (?:dije|conté))(?: guardado)?)?(?: (?:de|sobre) m[íi])?`,
  ],
  [
    'es',
    String.raw`(?:olvida|borra|elimina) (?:lo que sabes de m[íi]|(?:todos )?mis (?:datos|recuerdos)|tus recuerdos (?:de|sobre) m[íi])`,
  ],
  ['pt', String.raw`(?:esque[çc]a|esquece|apaga|apague) tudo(?: o que (?:sabe|sabes))?(?: (?:sobre|de) mim)?`],
  ['fr', String.raw`oublie tout(?: ce que tu sais)?(?: (?:de|sur) moi)?`],
  ['de', String.raw`vergiss alles(?:,? was du (?:über mich )?wei(?:ß|ss)t)?(?: über mich)?`],
  ['it', String.raw`dimentica tutto(?: quello che sai)?(?: (?:di|su) me)?`],
];

/** One clause: a comma, a question or a second sentence makes it talk. */
const CLAUSE = String.raw`[^,;:?¿!.\n]+`;
const FORGET: readonly (readonly [CommandLanguage, string])[] = [
  [
    'en',
    String.raw`forget (?:about )?(?:the fact )?that (?<about>(?:i|i['’]m|i['’]ve|my|we) ${CLAUSE}|(?:i['’]m|i['’]ve) ${CLAUSE})`,
  ],
  [
    'en',
    String.raw`forget (?:(?:everything|what|all) (?:that )?i (?:said|told you)|what you know) about (?<about>(?!me\b)${CLAUSE})`,
  ],
  [
    'en',
    String.raw`(?:forget|delete|erase) (?:about )?(?<about>my (?!last|previous|first|question|message|joke|comment|idea|order|request|words?\b|mistake)${CLAUSE})`,
  ],
  ['es', String.raw`(?:olvida|olvídate de|borra) que (?<about>(?:yo |mi |mis )?${CLAUSE})`],
  [
    'es',
    String.raw`(?:olvida|borra) lo que (?:te (?:dije|conté|he dicho|he contado)|sabes) (?:de|sobre|del) (?<about>(?!m[íi]$)${CLAUSE})`,
  ],
  [
    'es',
    String.raw`(?:olvida|borra|olvídate de) (?<about>mis? (?!último|última|pregunta|mensaje|broma|comentario|idea|pedido)${CLAUSE})`,
  ],
];
/** "forget that I said that": it takes words back, and names nothing. */
const TAKES_BACK =
  /^(?:i(?:['’]ve| have)? (?:ever )?(?:said|asked|mentioned|told|wrote|texted|called|even|was)\b(?!.{0,12}\b(?:i|my)\b)|(?:te )?(?:dije|pregunté|he dicho|he preguntado|escribí|lo|eso|te)\b|lo (?:dije|he dicho))/iu;

const REMEMBER: readonly (readonly [CommandLanguage, string])[] = [
  [
    'en',
    String.raw`(?:remember|note|keep in mind|don['’]?t forget|never forget) that (?<about>(?:i|my|we) ${CLAUSE}|(?:i['’]m|i['’]ve|i['’]d) ${CLAUSE})`,
  ],
  [
    'en',
    String.raw`(?:remember|note):? (?<about>(?:i (?:am|have|live|work|like|love|hate|don['’]?t|can['’]?t|was born|need|prefer|study)|i['’]m|my) ${CLAUSE})`,
  ],
  [
    'es',
    String.raw`(?:recuerda|acuérdate de|apunta|anota|ten en cuenta|no olvides) que (?<about>(?:yo )?(?:no )?(?:me |mi |mis |soy|estoy|tengo|vivo|trabajo|estudio|odio|prefiero|nací|necesito|cumplo)${CLAUSE})`,
  ],
];
/** "remember I told you …?" is talk about talk. */
const TALK = /^i (?:told|said|asked|mentioned|wrote)\b/i;

const TELLS = TELL.map(([language, words]) => [language, whole(words)] as const);
const FORGETS_ALL = FORGET_ALL.map(([language, words]) => [language, whole(words)] as const);
const FORGETS = FORGET.map(([language, words]) => [language, whole(words)] as const);
const REMEMBERS = REMEMBER.map(([language, words]) => [language, whole(words)] as const);

/**
 * What a whole message asks of the memory; null for everything else. What it asks is done without a question back, so only words that can mean
 * nothing else count: "forget it" and "forget everything I said about the meeting, let's meet at 5" are talk.
 */
export function memoryCommand(text: string): MemoryCommand | null {
  const said = text.trim().replaceAll(/\s+/g, ' ');
  if (said.length > LONGEST || said.split(' ').length > MOST_WORDS) return null;
  for (const [language, words] of TELLS) if (words.test(said)) return { kind: 'tell', language };
  if (said.includes('?') || said.includes('¿')) return null;
  for (const [language, words] of FORGETS_ALL) if (words.test(said)) return { kind: 'forget-all', language };
  for (const [language, words] of FORGETS) {
    const about = words.exec(said)?.groups?.about?.trim();
    if (about !== undefined && !TAKES_BACK.test(about)) return { kind: 'forget', about, language };
  }
  for (const [language, words] of REMEMBERS) {
    const about = words.exec(said)?.groups?.about?.trim();
    if (about !== undefined && !TALK.test(about)) return { kind: 'remember', about, language };
  }
  return null;
}

function whole(words: string): RegExp {
  return new RegExp(`^${BEFORE}${words}${AFTER}$`, 'iu');
}
