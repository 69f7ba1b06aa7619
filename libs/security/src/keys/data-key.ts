import type { KeyObject } from 'node:crypto';

/** The key that seals the texts of one subject: a contact, or a group chat for what the group owns. */
export interface DataKey {
  readonly subjectId: string;
  readonly key: KeyObject;
}
