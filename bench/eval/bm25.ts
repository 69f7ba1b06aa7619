import snowball from 'snowball-stemmers';

const WORD = /[\p{L}\p{N}]+/gu;
/** As usual. */
const K1 = 1.2;
const B = 0.75;

const english = snowball.newStemmer('english');

export function plainWords(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

export function stemmedWords(text: string): string[] {
  return plainWords(text).map((word) => english.stem(word));
}

/** Ranks texts by BM25: what we are compared with. */
export class Bm25 {
  private readonly documents: readonly ReadonlyMap<string, number>[];
  private readonly frequencies = new Map<string, number>();
  private readonly lengths: readonly number[];
  private readonly averageLength: number;

  constructor(
    texts: readonly string[],
    private readonly wordsOf: (text: string) => string[],
  ) {
    const words = texts.map(wordsOf);
    this.documents = words.map(countsOf);
    this.lengths = words.map(({ length }) => length);
    this.averageLength = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length);
    for (const document of this.documents) {
      for (const word of document.keys()) this.frequencies.set(word, (this.frequencies.get(word) ?? 0) + 1);
    }
  }

  /** Places of the texts, the best first. */
  rank(question: string): number[] {
    const words = [...new Set(this.wordsOf(question))];
    const scores = this.documents.map((document, place) =>
      words.reduce((sum, word) => sum + this.worth(word, document, place), 0),
    );
    return scores
      .map((_, place) => place)
      .sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
  }

  private worth(word: string, document: ReadonlyMap<string, number>, place: number): number {
    const count = document.get(word);
    if (!count) return 0;
    const frequency = this.frequencies.get(word) ?? 0;
    const rarity = Math.log(1 + (this.documents.length - frequency + 0.5) / (frequency + 0.5));
    return (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + (B * (this.lengths[place] ?? 0)) / this.averageLength));
  }
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
