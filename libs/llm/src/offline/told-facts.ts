/** What somebody said about themselves in this conversation: `name`, `dog`, `favourite colour` and what it is, in their words. */
export type ToldFacts = ReadonlyMap<string, string>;

const VALUE = String.raw`([^\s.,;:!?¿¡<>][^.,;:!?¿¡<>\n]{0,59})`;
const PROPER_NAME = String.raw`(\p{Lu}[\p{L}'’-]{1,29})`;
const NAME = [
  new RegExp(
    String.raw`(?<!\p{L})(?:[Mm]y name(?:['’]s| is)|[Cc]all me|[Mm]e llamo|[Mm]i nombre es|[Ii]ch hei(?:ß|ss)e|[Mm]ein [Nn]ame ist|[Jj]e m['’]appelle|[Mm]on nom est|[Mm]i chiamo|[Ii]l mio nome è|[Mm]e chamo|[Cc]hamo-me|[Mm]eu nome é)\s+(\p{L}[\p{L}'’-]{0,29})`,
    'u',
  ),
  new RegExp(String.raw`(?:^|[.!,]\s*)(?:[Ii](?:['’]m| am)|[Ss]oy)\s+${PROPER_NAME}(?=$|[.!,\n])`, 'u'),
];
const NAMED_NAME = /^(?:name|nombre|nom|nome)$/i;
const OWN_THING = [
  String.raw`my ((?:favou?rite )?\p{L}{2,20})(?:['’]s name)? (?:is|are)(?: called| named)?`,
  String.raw`mi (\p{L}{2,20}(?: favorit[oa])?) (?:es|se llama)`,
  String.raw`meine? (\p{L}{2,20}) (?:ist|heißt|heisst)`,
  String.raw`m(?:on|a) (\p{L}{2,20}(?: préférée?)?) (?:est|s['’]appelle)`,
  String.raw`(?:meu|minha) (\p{L}{2,20}(?: favorit[oa])?) (?:é|se chama|chama-se)`,
  String.raw`mi[oa] (\p{L}{2,20}(?: preferit[oa])?) (?:è|si chiama)`,
].map((pattern) => new RegExp(String.raw`(?<!\p{L})${pattern} ${VALUE}`, 'iu'));
const PLACES = (
  [
    [
      'home',
      "i live in|vivo en|ich (?:wohne|lebe) in|j['’]habite (?:à|a|en)|je vis (?:à|en)|(?:moro|vivo) em|(?:abito|vivo) (?:a|in)",
    ],
    [
      'work',
      'i work (?:as|at|for|in)|trabajo (?:de|como|en|para)|ich arbeite (?:als|bei|für|in)|je travaille (?:comme|chez|à|pour|dans)|trabalho (?:como|na|no|em|para)|lavoro (?:come|a|per|in|da)',
    ],
    [
      'likes',
      "i (?:really )?(?:like|love)|me (?:gustan?|encantan?)|ich (?:mag|liebe)|j['’](?:aime|adore)|(?:gosto de|adoro)|mi (?:piace|piacciono)",
    ],
  ] as const
).map(([about, begins]) => [about, new RegExp(String.raw`(?<!\p{L})(?:${begins}) ${VALUE}`, 'iu')] as const);
const QUESTION = /[¿?]/;
/** What somebody says next of themselves: "in Leeds" is where they live, "and I work as a nurse" is not. */
const NEXT_CLAUSE = new RegExp(
  String.raw` (?:${[
    String.raw`(?:and|but|because|so) (?:i|i['’]\p{L}+|my|we)`,
    String.raw`(?:y|pero|porque) (?:yo|me|mi|soy|estoy|tengo|vivo|trabajo)`,
    String.raw`(?:und|aber|weil) (?:ich|mein|meine|bin|habe|wohne|lebe|arbeite|heiße|mag)`,
    String.raw`(?:et|mais|car) (?:je|mon|ma|mes)`,
    String.raw`(?:e|mas|porque) (?:eu|meu|minha|sou|estou|tenho|moro|trabalho|gosto)`,
    String.raw`(?:e|ma|perché) (?:io|mi|mio|mia|sono|ho|abito|vivo|lavoro)`,
  ].join('|')})(?!\p{L}).*|(?: et| mais| car) j['’].*`,
  'iu',
);

/** The facts in what a person said, oldest text first; a later one takes the place of an earlier. Questions tell nothing. */
export function toldFacts(texts: readonly string[]): ToldFacts {
  const facts = new Map<string, string>();
  for (const sentence of texts.flatMap((text) => text.split(/(?<=[.!?])\s+|\n/))) {
    if (QUESTION.test(sentence)) continue;
    for (const [about, value] of factsIn(sentence)) facts.set(about, value);
  }
  return facts;
}

function factsIn(sentence: string): [string, string][] {
  const found: [string, string][] = [];
  const name = NAME.map((pattern) => pattern.exec(sentence)?.[1]).find((value) => value !== undefined);
  if (name) found.push(['name', capitalised(name)]);
  for (const pattern of OWN_THING) {
    const [, about, value] = pattern.exec(sentence) ?? [];
    if (about && value && !NAMED_NAME.test(about)) found.push([about.toLowerCase(), itself(value)]);
  }
  for (const [about, pattern] of PLACES) {
    const value = pattern.exec(sentence)?.[1];
    if (value) found.push([about, itself(value)]);
  }
  return found;
}

function itself(value: string): string {
  return value.replace(NEXT_CLAUSE, '').trim();
}

function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}
