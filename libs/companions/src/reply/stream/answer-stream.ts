/** Where an answer goes while it is written, for who watches. Provisional: the message that comes in the end is the answer. Never throws. */
export interface AnswerStream {
  /** Somebody begins to write. */
  begin(): void;
  /** What follows what was told before. */
  text(delta: string): void;
  /** What was told is not the answer after all: another one comes. */
  replaced(): void;
  /** The answer is on its way. */
  done(): void;
  /** No answer comes of this: it is made anew, or there is none. */
  cancelled(): void;
}

/** For who watches nowhere. */
export const SILENT_STREAM: AnswerStream = {
  begin: () => undefined,
  text: () => undefined,
  replaced: () => undefined,
  done: () => undefined,
  cancelled: () => undefined,
};
