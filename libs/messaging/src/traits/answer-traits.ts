/** How an answer was made and how it sounds; null where it is not known. */
export interface AnswerTraits {
  /** Who made it. */
  readonly characterId?: string;
  /** Of the call that made it, read and written. */
  readonly tokens: number | null;
  /** From the call to its last word, in ms. */
  readonly generationTime: number | null;
  readonly model: string | null;
  readonly mood: string | null;
  /** 0 to 10. */
  readonly nsfwLevel: number | null;
}
