import { contactWish } from './contact-wish.js';

/** Where a clause ends. */
const CLAUSE_END = /[.!?,;:…。！？、，،؟¡¿\n]+/u;
/** Nobody says it later than that. */
const MOST_CLAUSES = 12;

/** Whether some clause of a message asks not to be written to: no wish yet, since more is said, but nobody who is glad of messages says it. */
export function wantsPeace(text: string): boolean {
  return text
    .split(CLAUSE_END, MOST_CLAUSES)
    .some((clause) => clause.trim() !== '' && contactWish(clause)?.kind === 'off');
}
