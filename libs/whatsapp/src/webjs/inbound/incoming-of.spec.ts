import { incomingOf } from './incoming-of.js';
import type { RawMessage } from './raw-message.js';

const OWN = { phoneId: '34999@c.us', lid: '999@lid' };
const CONTEXT = { own: OWN, sender: {}, live: true };
const DIRECT: RawMessage = {
  id: { fromMe: false, remote: '34600@c.us', id: 'A1' },
  type: 'chat',
  body: 'hi',
  t: 1_700_000_000,
};
const wid = (user: string, server: string) => ({ user, server, _serialized: `${user}@${server}` });

describe('incomingOf', () => {
  it.each<[string, Partial<RawMessage>, string]>([
    ['the other side of a direct chat', {}, '34600@c.us'],
    ['us', { id: { ...DIRECT.id, fromMe: true }, from: wid('34999', 'c.us') }, '34999@c.us'],
    ['us, when the page does not say who we are', { id: { ...DIRECT.id, fromMe: true } }, '34999@c.us'],
    ['the participant of a group', { id: { ...DIRECT.id, remote: '1@g.us' }, author: wid('5', 'lid') }, '5@lid'],
    ['the participant in the key', { id: { ...DIRECT.id, remote: '1@g.us', participant: '6@c.us' } }, '6@c.us'],
    ['a person, not their device', { author: '34600:12@c.us' }, '34600@c.us'],
    ['an address without its text', { author: { user: '7', server: 'c.us' } }, '7@c.us'],
  ])('knows as sender %s', (_, raw, sender) => {
    expect(incomingOf({ ...DIRECT, ...raw }, CONTEXT).sender.id).toBe(sender);
  });

  it('knows a person by both addresses, whichever came', () => {
    const lid = incomingOf(
      { ...DIRECT, id: { ...DIRECT.id, remote: '5@lid' } },
      { ...CONTEXT, sender: { phone: '+34600123' } },
    );
    expect(lid.sender).toMatchObject({ id: '5@lid', lid: '5@lid', phone: '+34600123' });
    const phone = incomingOf(
      { ...DIRECT, id: { ...DIRECT.id, remote: '34600123@c.us' } },
      { ...CONTEXT, sender: { lid: '5@lid' } },
    );
    expect(phone.sender).toMatchObject({ id: '34600123@c.us', lid: '5@lid', phone: '+34600123' });
  });

  it.each([
    ['ours', '999@lid', true],
    ['ours by phone', wid('34999', 'c.us'), true],
    ['theirs', '34600@c.us', false],
    ['of nobody', undefined, false],
  ])('says whether what is quoted is %s', (_, quotedParticipant, fromMe) => {
    expect(incomingOf({ ...DIRECT, quotedStanzaID: 'Q', quotedParticipant }, CONTEXT).quoted).toEqual({
      id: 'Q',
      fromMe,
    });
  });

  it('says who is mentioned, and whether we are', () => {
    const mentionedJidList = [wid('34600', 'c.us'), '999@lid'];
    expect(incomingOf({ ...DIRECT, mentionedJidList }, CONTEXT)).toMatchObject({
      mentions: ['34600@c.us', '999@lid'],
      mentionsMe: true,
    });
    expect(incomingOf(DIRECT, { ...CONTEXT, own: {} })).toMatchObject({ mentions: [], mentionsMe: false });
  });

  it('has an attachment only where there is one, with what the sender claims', () => {
    expect(incomingOf({ ...DIRECT, mimetype: 'image/png' }, CONTEXT).media).toBeUndefined();
    const image = { ...DIRECT, type: 'image', mimetype: 'image/png', size: 7, isViewOnce: true };
    expect(incomingOf(image, CONTEXT).media).toEqual({
      mimeType: 'image/png',
      fileName: undefined,
      size: 7,
      viewOnce: true,
    });
  });
});
