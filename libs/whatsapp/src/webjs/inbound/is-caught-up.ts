import type { RawMessage } from './raw-message.js';

/** What tells of a change, not of something said; and what may be deciphered yet, and then comes by itself. */
const NOT_SAID = ['gp2', 'ciphertext', 'protocol', 'notification_template', 'e2e_notification'];

/** Whether a message of the history is given when it is not known yet. */
export function isCaughtUp({ type }: RawMessage): boolean {
  return !NOT_SAID.includes(type);
}
