import type { EntityManager } from 'typeorm';

import type { FieldCipher } from '#security';

import { messageBodyAddress } from './message-body.js';

export interface SealedBody {
  readonly id: string;
  readonly subjectId: string;
  readonly body: Buffer | null;
}

/** The texts of messages, in order; null where there is none and where the contact's key was erased. In a transaction give its manager. */
export async function openBodies(
  cipher: FieldCipher,
  rows: readonly SealedBody[],
  manager?: EntityManager,
): Promise<(string | null)[]> {
  const sealed = rows.flatMap(({ id, subjectId, body }) =>
    body ? [{ subjectId, at: messageBodyAddress(id), sealed: body }] : [],
  );
  const opened = (await cipher.openAll(sealed, manager)).values();
  return rows.map(({ body }) => (body ? (opened.next().value ?? null) : null));
}
