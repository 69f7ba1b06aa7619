import { v7, validate } from 'uuid';

/** A new UUID v7: sorts by the time it was made, so it is a good primary key. */
export function newId(): string {
  return v7();
}

/** Whether `text` is a UUID of any version, in its canonical form. */
export function isId(text: string): boolean {
  return validate(text);
}
