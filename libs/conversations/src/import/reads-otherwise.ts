/** What of earlier imports a chat holds, beside a file that is to be imported into it. */
export interface ImportOverlap {
  /** Whether anything was imported into the chat. */
  readonly some: boolean;
  /** Imported messages from the time that the file tells of. */
  readonly between: number;
  /** Messages of the file's sample that are there already. */
  readonly known: number;
}

/** An export of the same chat holds nearly all that was imported from its time: less was deleted or edited since. */
const NEARLY_ALL = 0.75;

/**
 * Whether a file is read otherwise than the imports before it: in another zone or order of dates nearly every message is another one.
 * Some are the same by chance, such as those of 4/4/24. `step`: each message of the sample stands for so many.
 */
export function readsOtherwise({ some, between, known }: ImportOverlap, step: number): boolean {
  return some && (known === 0 || known * step < between * NEARLY_ALL);
}
