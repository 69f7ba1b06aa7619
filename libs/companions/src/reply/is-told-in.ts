/** They say nothing by themselves. English and Spanish: what is kept in other languages is told twice at worst. */
const EMPTY_WORDS = new Set(
  'a an and are as at be by for from has have he her his in is it its of on or she that the their they to was were with y con de del el ella en es esta está la las los su sus tiene un una'.split(
    ' ',
  ),
);

/** Whether one sentence of a portrait says all words of a fact: then it need not be told beside it. */
export function isToldIn(portrait: string | null, fact: string): boolean {
  if (portrait === null) return false;
  const words = [...wordsOf(fact)].filter((word) => !EMPTY_WORDS.has(word));
  if (words.length === 0) return false;
  return portrait.split(/(?<=[.!?…。])\s+|\n/).some((sentence) => {
    const said = wordsOf(sentence);
    return words.every((word) => said.has(word));
  });
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu));
}
