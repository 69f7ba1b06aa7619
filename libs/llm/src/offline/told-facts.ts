/** What somebody said about themselves in this conversation: `name`, `dog`, `favourite colour` and what it is, in their words. */
export type ToldFacts = ReadonlyMap<string, string>;

const VALUE = String.raw`([^\s.,;:!?¿¡<>][^.,;:!?¿¡<>\n]{0,59})`;
const PROPER_NAME = String.raw`(\p{Lu}[\p{L}'’-]{1,29})`;
const NAME = [
  new RegExp(
    String.raw`\b(?:[Mm]y name(?:['’]s| is)|[Cc]all me|[Mm]e llamo|[Mm]i nombre es)\s+(\p{L}[\p{L}'’-]{0,29})`,
    'u',
  ),
  new RegExp(String.raw`(?:^|[.!,]\s*)(?:[Ii](?:['’]m| am)|[Ss]oy)\s+${PROPER_NAME}(?=$|[.!,\n])`, 'u'),
];
const OWN_THING = [
  new RegExp(
    String.raw`\bmy ((?:favou?rite )?\p{L}{2,20})(?:['’]s name)? (?:is|are)(?: called| named)? ${VALUE}`,
    'iu',
  ),
  new RegExp(String.raw`\bmi (\p{L}{2,20}(?: favorit[oa])?) (?:es|se llama) ${VALUE}`, 'iu'),
];
const PLACES: readonly (readonly [string, RegExp])[] = [
  ['home', new RegExp(String.raw`\b(?:i live in|vivo en) ${VALUE}`, 'iu')],
  ['work', new RegExp(String.raw`\b(?:i work (?:as|at|for|in)|trabajo (?:de|como|en|para)) ${VALUE}`, 'iu')],
  ['likes', new RegExp(String.raw`\b(?:i (?:really )?(?:like|love)|me (?:gustan?|encantan?)) ${VALUE}`, 'iu')],
];
const QUESTION = /[¿?]/;

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
    if (about && value && !/^(?:name|nombre)$/i.test(about)) found.push([about.toLowerCase(), value.trim()]);
  }
  for (const [about, pattern] of PLACES) {
    const value = pattern.exec(sentence)?.[1];
    if (value) found.push([about, value.trim()]);
  }
  return found;
}

function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}
