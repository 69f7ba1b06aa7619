import type { MessageKind } from '#whatsapp';

import { safeFileName } from './file-name.js';
import type { ExportMessage } from './transcript.js';
import { WallClock } from './wall-clock.js';

/** How a phone names what has no name of its own. */
const NAMES: Partial<Readonly<Record<MessageKind, readonly [string, string]>>> = {
  image: ['PHOTO', 'jpg'],
  video: ['VIDEO', 'mp4'],
  voice: ['AUDIO', 'opus'],
  audio: ['AUDIO', 'm4a'],
  sticker: ['STICKER', 'webp'],
  document: ['DOCUMENT', 'bin'],
  contact: ['CONTACT', 'vcf'],
};
const UTC = new WallClock('UTC');

/**
 * The name of a message's file in an export; undefined when it has none. With `unique` no two of a chat are the same, and it is the
 * same each time that it is asked for.
 */
export function mediaNameOf(message: ExportMessage, unique: boolean): string | undefined {
  if (!message.media || message.revokedAt) return undefined;
  const own = message.media.fileName === null ? '' : ownName(message.media.fileName);
  const tag = message.id.replaceAll('-', '').slice(-12);
  if (own === '') return `${tag}-${inventedName(message)}`;
  return unique ? `${tag}-${own}` : own;
}

function inventedName({ kind, sentAt }: ExportMessage): string {
  const [what, ending] = NAMES[kind] ?? ['FILE', 'bin'];
  const { date, time } = UTC.at(sentAt);
  return `${what}-${date}-${time.replaceAll(':', '-')}.${ending}`;
}

/** A sender may name a whole path: the last part is the name. */
function ownName(name: string): string {
  return safeFileName(name.split(/[/\\]/).at(-1) ?? '');
}
