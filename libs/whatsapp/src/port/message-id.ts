import { randomBytes } from 'node:crypto';

const RANDOM_BYTES = 9;

/** A message id as WhatsApp's own clients make it: `3EB0` and 18 upper-case hexadecimal digits. */
export function newMessageId(): string {
  return `3EB0${randomBytes(RANDOM_BYTES).toString('hex').toUpperCase()}`;
}
