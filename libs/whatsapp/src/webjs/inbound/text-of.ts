import { cleanText } from '#kernel';

import { kindOf } from './kind-of.js';
import type { RawMessage } from './raw-message.js';

/** What a message says, in words; '' when it says nothing. The body of an attachment is its thumbnail, never its text. */
export function textOf(raw: RawMessage): string {
  switch (kindOf(raw.type)) {
    case 'text':
      return clean(raw.body);
    case 'location':
      return lines([...clean(raw.loc).split('\n'), coordinates(raw)]);
    case 'contact':
      return lines(cardsOf(raw).map(cardText));
    case 'poll':
      return lines([clean(raw.pollName), ...(raw.pollOptions ?? []).map(({ name }) => clean(name))]);
    case 'image':
    case 'video':
    case 'voice':
    case 'audio':
    case 'document':
    case 'sticker':
      return clean(raw.caption);
    case 'call':
    case 'system':
    case 'unknown':
      return '';
  }
}

function coordinates({ lat, lng }: RawMessage): string {
  return typeof lat === 'number' && typeof lng === 'number' ? `${lat}, ${lng}` : '';
}

function cardsOf({ type, body, vcardList }: RawMessage): string[] {
  return type === 'vcard' ? [clean(body)] : (vcardList ?? []).map(({ vcard }) => clean(vcard));
}

/** Name and phones of a vCard (RFC 6350), whose long lines go on after a line break and a blank. */
function cardText(card: string): string {
  const rows = card.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const values = (name: string) =>
    rows.flatMap((row) => {
      const [, value] = new RegExp(`^(?:[\\w-]+\\.)?${name}(?:;[^:]*)?:(.*)$`, 'i').exec(row) ?? [];
      return value ? [value.replace(/\\([,;\\])/g, '$1').trim()] : [];
    });
  return [values('FN')[0] ?? '', ...values('TEL')].filter(Boolean).join(', ');
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

function clean(text: unknown): string {
  return typeof text === 'string' ? cleanText(text) : '';
}
