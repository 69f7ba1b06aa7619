import type { RawMessage } from './raw-message.js';
import { textOf } from './text-of.js';

/** What a message says since its body changed; undefined when that was no edit, but a message that was deciphered at last. */
export function editOf(raw: RawMessage, before: unknown): string | undefined {
  const isMarked = Boolean(raw.latestEditMsgKey ?? raw.latestEditSenderTimestampMs);
  const hadText = typeof before === 'string' && before !== '';
  return isMarked || hadText ? textOf(raw) : undefined;
}
