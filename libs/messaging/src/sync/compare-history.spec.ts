import { newIncomingMessage } from '#testing';
import type { HistoryMessage } from '#whatsapp';

import { compareHistory, textFrom, type HistoryChanges, type StoredSight } from './compare-history.js';

const then = new Date('2026-01-05T12:00:00Z');
const later = new Date('2026-01-05T13:00:00Z');
const STORED: StoredSight = {
  hasText: true,
  unreadable: false,
  undeciphered: false,
  ack: null,
  editedAt: null,
  revokedAt: null,
};

const SEALED: Partial<StoredSight> = { hasText: false, undeciphered: true };

function newHistoryMessage(change: Partial<HistoryMessage> = {}): HistoryMessage {
  return { ...newIncomingMessage({ live: false, sentAt: then }), revoked: false, ...change };
}

/** What is to be done with one message. */
function changesOf(message: Partial<HistoryMessage>, stored: Partial<StoredSight> | null): (keyof HistoryChanges)[] {
  const changes = compareHistory([newHistoryMessage(message)], [stored ? { ...STORED, ...stored } : undefined]);
  return (['fresh', 'deciphered', 'edited', 'revoked', 'advanced'] as const).filter((kind) => changes[kind].length > 0);
}

describe('compareHistory', () => {
  it.each<[string, Partial<HistoryMessage>, Partial<StoredSight> | null, (keyof HistoryChanges)[]]>([
    ['what we have is left', {}, {}, []],
    ['what we have not is fresh', {}, null, ['fresh']],
    ['also when it was edited', { editedAt: later }, null, ['fresh']],
    ['nothing is kept of what was deleted before we saw it', { revoked: true }, null, []],
    ['an edit that we missed', { editedAt: later }, {}, ['edited']],
    ['a later edit', { editedAt: later }, { editedAt: then }, ['edited']],
    ['an edit that we know', { editedAt: later }, { editedAt: later }, []],
    ['an older edit than ours', { editedAt: then }, { editedAt: later }, []],
    ['a deletion that we missed', { revoked: true, text: '' }, {}, ['revoked']],
    ['a deletion that we know', { revoked: true, text: '' }, { revokedAt: then, hasText: false }, []],
    ['no edit of what is deleted here', { editedAt: later }, { revokedAt: then, hasText: false }, []],
    ['a text that could not be deciphered then', { text: 'hello' }, { hasText: false }, ['edited']],
    ['one that is news, now that it can be read', { text: 'STOP' }, SEALED, ['deciphered']],
    ['also without a word', { text: '', kind: 'image' }, SEALED, ['deciphered']],
    ['what the phone cannot read either', { text: '', kind: 'unknown' }, SEALED, []],
    ['what was deleted before it could be read', { text: '', revoked: true }, SEALED, ['revoked']],
    ['an image without a word', { text: '', kind: 'image' }, { hasText: false }, []],
    ['what cannot be stored as it is', { text: 'hello' }, { hasText: false, unreadable: true }, []],
    ['ours got further', { fromMe: true, ack: 3 }, { ack: 1 }, ['advanced']],
    ['ours got no further', { fromMe: true, ack: 1 }, { ack: 2 }, []],
    ['the owner’s ticks are not counted', { fromMe: true, ack: 3 }, { ack: null }, []],
  ])('%s', (_, message, stored, kinds) => {
    expect(changesOf(message, stored)).toEqual(kinds);
  });

  it('dates a text by its last edit, or by when it was sent', () => {
    expect(textFrom(newHistoryMessage({ editedAt: later }))).toBe(later);
    expect(textFrom(newHistoryMessage())).toBe(then);
  });
});
