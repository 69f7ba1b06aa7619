import { hash } from 'node:crypto';

import { IMPORTED_ID } from '#messaging';

/** What of a message stays the same in each export of its chat. */
export interface IdentifyingParts {
  readonly sentAt: Date;
  readonly author: string | null;
  /** As of `ImportedMessage`: without the words that depend on the phone's language or on how it was exported. */
  readonly text: string;
  readonly hasMedia: boolean;
  readonly deleted: boolean;
}

/** An export is in order but for stragglers, so what happened long before need not be remembered. */
const INSTANTS_REMEMBERED = 4_096;

/**
 * Gives each message of a chat an id, since an export has none: a hash of when, who and what, and a number when these
 * repeat. The same chat exported again, longer or with its media, gives the same messages the same ids.
 */
export class MessageIdentity {
  private readonly seen = new Map<number, Map<string, number>>();

  next({ sentAt, author, text, hasMedia, deleted }: IdentifyingParts): string {
    const what = deleted ? 'deleted' : hasMedia ? 'media' : 'text';
    const message = JSON.stringify([sentAt.getTime(), author, what, text]);
    const digest = hash('sha256', message, 'base64url').slice(0, 32);
    const nth = this.repetition(sentAt.getTime(), digest);
    return nth === 0 ? `${IMPORTED_ID}${digest}` : `${IMPORTED_ID}${digest}:${nth}`;
  }

  private repetition(instant: number, message: string): number {
    let messages = this.seen.get(instant);
    if (!messages) {
      messages = new Map();
      this.seen.set(instant, messages);
      if (this.seen.size > INSTANTS_REMEMBERED) this.seen.delete(this.seen.keys().next().value!);
    }
    const nth = messages.get(message) ?? 0;
    messages.set(message, nth + 1);
    return nth;
  }
}
