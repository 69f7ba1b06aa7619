import { newIncomingMessage } from '#testing';

import { cleanMessage, huskOf } from './clean-message.js';

const now = new Date('2026-01-05T12:30:00Z');

describe('cleanMessage', () => {
  it('leaves nothing in it that Postgres cannot hold', () => {
    const bad = 'a\u0000b\ud800';
    const message = newIncomingMessage({
      id: bad,
      text: bad,
      chat: { id: bad, kind: 'direct', name: bad },
      sender: { id: bad, name: bad, phone: bad, lid: bad },
      quoted: { id: bad, fromMe: true },
    });
    const clean = cleanMessage(message, now);
    const { id, text, chat, sender, quoted } = clean;
    const texts = [id, text, chat.id, chat.name, sender.id, sender.name, sender.phone, sender.lid, quoted?.id];
    expect(new Set(texts)).toEqual(new Set(['ab\ufffd']));
  });

  it('makes up no name', () => {
    const { chat, sender } = cleanMessage(newIncomingMessage({ sender: { id: 'x@c.us' } }), now);
    expect([chat.name, sender.name, sender.phone, sender.lid]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each([
    ['the past', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
    ['a clock that is a little fast', '2026-01-05T12:30:30Z', '2026-01-05T12:30:30Z'],
    ['the future', '2099-01-01T00:00:00Z', '2026-01-05T12:31:00Z'],
    ['no time', 'nonsense', '2026-01-05T12:30:00Z'],
  ])('takes %s', (_, sentAt, stored) => {
    expect(cleanMessage(newIncomingMessage({ sentAt: new Date(sentAt) }), now).sentAt).toEqual(new Date(stored));
  });
});

describe('huskOf', () => {
  it('keeps who, where and when', () => {
    const message = newIncomingMessage({ text: 'secret', quoted: { id: 'x', fromMe: false } });
    const { id, chat, sender, sentAt, fromMe } = message;
    expect(huskOf(message)).toMatchObject({
      ...{ id, chat: { id: chat.id }, sender: { id: sender.id }, sentAt, fromMe },
      ...{ kind: 'unknown', text: '' },
    });
    expect(JSON.stringify(huskOf(message))).not.toContain('Ana');
  });
});
