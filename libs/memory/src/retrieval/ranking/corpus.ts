import type { TurnIndex } from '../index/turn-index.js';

/** How common things are over all indexes that are searched together. */
export class Corpus {
  readonly turns: number;
  readonly averageLength: number;

  constructor(private readonly indexes: readonly TurnIndex[]) {
    this.turns = indexes.reduce((sum, { size }) => sum + size, 0);
    const words = indexes.reduce((sum, { wordCount }) => sum + wordCount, 0);
    this.averageLength = words / Math.max(1, this.turns) || 1;
  }

  /** How many turns hold the most common of the forms. */
  frequency(forms: readonly number[]): number {
    return this.indexes.reduce((sum, index) => sum + Math.max(...forms.map((key) => index.frequency(key))), 0);
  }

  rarity(frequency: number): number {
    return rarityOf(frequency, this.turns);
  }
}

/** BM25's inverse document frequency. */
export function rarityOf(frequency: number, of: number): number {
  return Math.log(1 + (of - frequency + 0.5) / (frequency + 0.5));
}
