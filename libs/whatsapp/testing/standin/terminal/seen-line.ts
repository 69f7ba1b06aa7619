import type { Seen } from '../onlookers.js';

/** What a phone shows, as a line on the terminal. */
export function seenLine(seen: Seen): string {
  const phone = seen.chat.replace(/^(\d+)@c\.us$/, '+$1');
  switch (seen.kind) {
    case 'delivery': {
      const file = seen.media ? ` [${seen.media.mimeType}, ${seen.media.data.length} bytes]` : '';
      const kind = seen.type === 'chat' ? '' : ` (${seen.type})`;
      return `${phone} gets${kind}: ${seen.body}${file}  · ${seen.id}`;
    }
    case 'typing':
      return `${phone} sees ${seen.on ? '"typing…"' : 'no more typing'}`;
    case 'read':
      return `${phone} sees two blue ticks on ${seen.ids.length === 1 ? '1 message' : `${seen.ids.length} messages`}`;
    case 'reaction':
      return `${phone} sees ${seen.emoji === '' ? 'a reaction taken back' : seen.emoji} on ${seen.id}`;
    case 'change':
      return `${phone} sees ${seen.change.kind === 'edit' ? `an edit: ${seen.change.body}` : `a ${seen.change.kind}`} · ${seen.change.id}`;
  }
}
