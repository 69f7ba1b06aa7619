import { newId } from '#kernel';

import { invalidIdempotencyKey } from './outbox.errors.js';

const KEY = /^[\x21-\x7e]{1,200}$/;

/** What stands in the header `Idempotency-Key`, or a key of our own when it was not sent. Throws `outbox.invalid-idempotency-key`. */
export function idempotencyKeyOf(header: string | undefined): string {
  if (header === undefined) return newId();
  if (!KEY.test(header)) throw invalidIdempotencyKey();
  return header;
}
