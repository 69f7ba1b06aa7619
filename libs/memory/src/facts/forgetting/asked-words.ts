/** Words that say nothing of what is to be forgotten, in English and Spanish, without accents. */
const EMPTY_WORDS = new Set(
  `a about all also am an and any are as at be been but by can did do does for from had has have i if in is it its me mine my myself of on or
   our so some that the their them there these they this to up us was we were what when where which who will with would you your
   forget remember know said told anything everything please
   a al algo como con cuando cual de del donde el ella ellos en era eres es esa ese eso esta estaba estas este esto estoy fue ha han has hay he
   la las le les lo los me mi mia mio mis muy nada ni nos o para pero por que quien se ser si sobre son soy su sus te tengo tiene tu tus un una
   uno unos y ya yo olvida olvidate recuerda sabes dije todo`
    .split(/\s+/)
    .filter(Boolean),
);

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;
const MOST_WORDS = 32;

/** The words of a request that tell what it is about: of "that I have a dog", "dog". */
export function askedWords(request: string): readonly string[] {
  const words = (request.toLowerCase().match(WORD) ?? []).filter((word) => !EMPTY_WORDS.has(withoutAccents(word)));
  return [...new Set(words)].slice(0, MOST_WORDS);
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}
