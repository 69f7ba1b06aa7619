import { jest } from '@jest/globals';
import whatsapp, {
  type Call,
  type GroupNotification,
  type Message,
  type PollVote,
  type Reaction,
} from 'whatsapp-web.js';

import { waitFor } from '#testing';

import { LibraryOnStandIn } from './library-on-stand-in.js';
import type { StandInMessage } from './stand-in-message.js';
import { noFaults } from './stand-in-faults.js';
import { StandIn } from './stand-in.js';

// It starts a browser, on a machine that may be busy.
jest.setTimeout(60_000);

const ANA = '+34600000001';
const CHAT = '34600000001@c.us';
const GROUP = '120363000000000001@g.us';
const LID = '123456789012345@lid';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const CARD = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ben\nTEL:+34600000002\nEND:VCARD';

/** What the stand-in claims of messages, both ways, shown with the real library. */
describe('messages through the stand-in', () => {
  let standIn: StandIn;
  let library: LibraryOnStandIn;

  beforeAll(async () => {
    standIn = await StandIn.start();
    standIn.faults.keyField = '_serialized';
    standIn.faults.failure = 'result';
    library = await LibraryOnStandIn.linked(standIn);
  });
  beforeEach(() => {
    library.events.length = 0;
    Object.assign(standIn.faults, noFaults());
  });
  afterAll(async () => {
    await library.close();
    await standIn.close();
  });

  async function received(message: StandInMessage): Promise<Message> {
    const id = await standIn.receive(message);
    return waitFor(
      () =>
        library
          .named('message')
          .flatMap(messagesOf)
          .find((one) => one.id.id === id),
      {
        what: 'the message',
      },
    );
  }
  const messagesOf = ([message]: readonly unknown[]) => [message as Message];
  const send = (text: string) => library.client.sendMessage(CHAT, text, { waitUntilMsgSent: true });
  const target = (message: Message) => ({ chat: CHAT, id: message.id.id });

  it.each<[string, StandInMessage, Partial<Message>]>([
    ['chat', { body: 'hi' }, { body: 'hi', hasMedia: false }],
    ['image', { media: { mimeType: 'image/png', data: PNG, caption: 'see' } }, { body: 'see', hasMedia: true }],
    ['ptt', { media: { mimeType: 'audio/ogg; codecs=opus', data: PNG, voice: true } }, { hasMedia: true }],
    ['document', { media: { mimeType: 'application/pdf', data: PNG, fileName: 'a.pdf' } }, { hasMedia: true }],
    ['sticker', { media: { mimeType: 'image/webp', data: PNG } }, { hasMedia: true }],
    ['location', { location: { latitude: 1.5, longitude: 2, name: 'Here', address: 'There 1' } }, {}],
    ['vcard', { cards: [CARD] }, { vCards: [CARD] }],
    ['multi_vcard', { cards: [CARD, CARD] }, { vCards: [CARD, CARD] }],
    ['poll_creation', { poll: { question: 'When?', options: ['now', 'later'] } }, { body: 'When?' }],
    ['call_log', { type: 'call_log' }, {}],
    ['e2e_notification', { type: 'e2e_notification' }, {}],
    ['of_tomorrow', { type: 'of_tomorrow', body: '?' }, { body: '?' }],
  ])('brings a message of type %s', async (type, message, seen) => {
    expect(await received({ from: ANA, ...message })).toMatchObject({ type, from: CHAT, ...seen });
  });

  it('lets attachments be downloaded, unless they are gone or break', async () => {
    const media = { mimeType: 'image/png', data: PNG };
    const message = await received({ from: ANA, media, viewOnce: true });
    expect(await message.downloadMedia()).toMatchObject({ mimetype: 'image/png', data: PNG.toString('base64') });
    expect(message.rawData).toMatchObject({ isViewOnce: true });
    const missing = await received({ from: ANA, media: { ...media, missing: true } });
    expect(await missing.downloadMedia()).toBeUndefined();
    standIn.faults.media = 'gone';
    expect(await (await received({ from: ANA, media })).downloadMedia()).toBeUndefined();
    standIn.faults.media = 'broken';
    await expect((await received({ from: ANA, media })).downloadMedia()).rejects.toThrow('media download failed');
  });

  it('takes attachments, answers, locations and polls to their recipients', async () => {
    const media = new whatsapp.MessageMedia('image/png', PNG.toString('base64'), 'a.png');
    const first = await received({ from: ANA, body: 'a question' });
    await library.client.sendMessage(CHAT, media, { caption: 'look', waitUntilMsgSent: true });
    await first.reply('an answer', undefined, { waitUntilMsgSent: true });
    await library.client.sendMessage(CHAT, new whatsapp.Location(1, 2), { waitUntilMsgSent: true });
    await library.client.sendMessage(CHAT, new whatsapp.Poll('Who?', ['a', 'b']), { waitUntilMsgSent: true });
    expect(standIn.ledger.deliveries(CHAT).slice(-4)).toEqual([
      expect.objectContaining({
        type: 'image',
        body: 'look',
        media: { mimeType: 'image/png', fileName: 'a.png', data: PNG },
      }),
      expect.objectContaining({ type: 'chat', body: 'an answer', quotedId: first.id.id }),
      expect.objectContaining({ type: 'location' }),
      expect.objectContaining({ type: 'poll_creation', body: 'Who?' }),
    ]);
  });

  it('says what a message answers, and whom it names', async () => {
    const ours = await send('ours');
    const message = await received({ from: ANA, body: 'yes', quotedId: ours.id.id, mentions: [CHAT] });
    expect(message.hasQuotedMsg).toBe(true);
    expect((await message.getQuotedMessage()).id).toEqual(ours.id);
    expect((await message.getMentions()).map(({ id }) => id._serialized)).toEqual([CHAT]);
  });

  it('carries reactions both ways', async () => {
    const message = await received({ from: ANA, body: 'react to me' });
    standIn.react(target(message), ANA, '👍');
    const [reaction] = (await library.heard('message_reaction')) as [Reaction];
    expect(reaction).toMatchObject({
      reaction: '👍',
      senderId: CHAT,
      msgId: expect.objectContaining({ id: message.id.id }),
    });
    await message.react('🎉');
    await message.react('');
    expect(standIn.reactionsIn(CHAT)).toEqual([
      { id: message.id.id, emoji: '🎉' },
      { id: message.id.id, emoji: '' },
    ]);
  });

  it('carries edits and revokes both ways, also those that come first', async () => {
    const message = await received({ from: ANA, body: 'old' });
    standIn.edit(target(message), 'new');
    expect((await library.heard('message_edit')).slice(1)).toEqual(['new', 'old']);
    standIn.revoke(target(message));
    await library.heard('message_revoke_everyone');
    standIn.edit({ chat: CHAT, id: 'LATE' }, 'edited before');
    await standIn.receive({ from: ANA, id: 'LATE', body: 'written' });
    await library.heard('message_edit', 2);
    const ours = await send('ours');
    await ours.edit('ours, edited');
    await ours.delete(true);
    expect(standIn.changesIn(CHAT)).toEqual([
      { kind: 'edit', id: ours.id.id, body: 'ours, edited' },
      { kind: 'revoke', id: ours.id.id },
    ]);
  });

  it('tells of votes', async () => {
    const poll = await received({ from: ANA, poll: { question: 'When?', options: ['now', 'later'] } });
    standIn.vote(target(poll), ANA, [1]);
    const [vote] = (await library.heard('vote_update')) as [PollVote];
    expect(vote.selectedOptions).toEqual([{ name: 'later', localId: 1 }]);
  });

  it('has groups, with members who come, write and go', async () => {
    standIn.setGroup(GROUP, 'Team', [CHAT]);
    await standIn.groupJoin(GROUP, ['34600000002@c.us'], CHAT);
    const [joined] = (await library.heard('group_join')) as [GroupNotification];
    expect(joined).toMatchObject({ chatId: GROUP, recipientIds: ['34600000002@c.us'] });
    const message = await received({ from: ANA, chat: GROUP, body: 'hi all' });
    expect(message).toMatchObject({ from: GROUP, author: CHAT });
    standIn.react({ chat: GROUP, id: message.id.id }, '+34600000002', '👋');
    await library.heard('message_reaction');
    await standIn.groupLeave(GROUP, ['34600000002@c.us']);
    await library.heard('group_leave');
    expect(await library.client.getChatById(GROUP)).toMatchObject({ name: 'Team', isGroup: true });
    await library.client.sendMessage(GROUP, 'hi', { waitUntilMsgSent: true });
    await waitFor(() => library.named('message_ack').some(([, ack]) => ack === 3), { what: 'the ack of a group' });
  });

  it('knows people by LID and by phone', async () => {
    standIn.know({ pn: '34600000003@c.us', lid: LID, pushname: 'Cleo' });
    const message = await received({ from: LID, body: 'from a LID' });
    expect(message.from).toBe(LID);
    expect(await library.client.getContactLidAndPhone([LID])).toEqual([{ lid: LID, pn: '34600000003@c.us' }]);
    expect(await message.getContact()).toMatchObject({ pushname: 'Cleo' });
    standIn.leaveWhatsApp('+34600000009');
    expect(await library.client.getNumberId('34600000009')).toBeNull();
  });

  it('tells of status posts, channels, calls, and of what the owner writes on the phone', async () => {
    expect(await received({ from: ANA, chat: 'status@broadcast', body: 'my day' })).toMatchObject({ isStatus: true });
    expect(await received({ chat: '120363000000000009@newsletter', body: 'news' })).toMatchObject({ body: 'news' });
    await standIn.call({ from: ANA });
    const [call] = (await library.heard('call')) as [Call];
    expect(call).toMatchObject({ from: CHAT, isVideo: false });
    await standIn.receive({ chat: CHAT, fromMe: true, body: 'by hand' });
    await waitFor(
      () =>
        library
          .named('message_create')
          .flatMap(messagesOf)
          .find(({ body, fromMe }) => fromMe && body === 'by hand'),
      { what: 'the own message' },
    );
    const chats = (await library.client.getChats()).map(({ id }) => id._serialized);
    expect(chats.filter((id) => /broadcast|newsletter/.test(id))).toEqual([]);
  });

  it('reads ciphertext at last', async () => {
    await standIn.receive({ from: ANA, id: 'SEALED', type: 'ciphertext' });
    await library.heard('message_ciphertext');
    standIn.decrypt({ from: ANA, id: 'SEALED', body: 'opened' });
    const [message] = (await library.heard('message')) as [Message];
    expect(message).toMatchObject({ type: 'chat', body: 'opened' });
  });

  it('delivers the same id again when told to', async () => {
    await received({ from: ANA, id: 'TWICE', body: 'twice' });
    await standIn.receive({ from: ANA, id: 'TWICE', body: 'twice' });
    await library.heard('message', 2);
  });

  it('shows that we type and that we read', async () => {
    const chat = await library.client.getChatById(CHAT);
    await chat.sendStateTyping();
    await chat.clearState();
    await waitFor(() => standIn.typingIn(CHAT).length === 2, { what: 'typing' });
    expect(standIn.typingIn(CHAT)).toEqual([true, false]);
    const message = await received({ from: ANA, body: 'read me' });
    expect(standIn.readIn(CHAT)).not.toContain(message.id.id);
    await chat.sendSeen();
    expect(standIn.readIn(CHAT).filter((id) => id === message.id.id)).toHaveLength(1);
  });

  it('refuses, loses the answer, and gives acks in any order', async () => {
    standIn.faults.failSend = 1;
    const refused = await send('refused');
    expect(await library.client.getMessageById(refused.id._serialized)).toMatchObject({ ack: -1 });
    expect((await send('x'.repeat(65_536))).ack).toBe(1);
    expect((await send('x'.repeat(65_537))).ack).toBe(-1);
    expect(standIn.ledger.deliveries(CHAT).at(-1)?.body).toHaveLength(65_536);
    standIn.faults.loseAck = 1;
    const lost = await library.client.sendMessage(CHAT, 'lost');
    await waitFor(() => standIn.ledger.deliveries(CHAT).at(-1)?.body === 'lost', { what: 'the delivery' });
    expect(await library.client.getMessageById(lost.id._serialized)).toMatchObject({ ack: 0 });
    standIn.acknowledge({ chat: CHAT, id: lost.id.id }, 3);
    standIn.acknowledge({ chat: CHAT, id: lost.id.id }, 1);
    const acks = () => library.named('message_ack').filter(([message]) => (message as Message).body === 'lost');
    await waitFor(() => acks().length === 2, { what: 'the acks' });
    expect(acks().map(([, ack]) => ack)).toEqual([3, 1]);
  });

  it('refuses the first try of each message, and takes the same id then', async () => {
    standIn.faults.failSend = 'first-try';
    const first = await send('again');
    expect(first.ack).toBe(-1);
    await library.inPage(sendAgain(first.id._serialized));
    expect(standIn.ledger.deliveries(CHAT).filter((one) => one.id === first.id.id)).toHaveLength(1);
  });

  it('has every module that was asked for', () => {
    expect([...standIn.unknownModules]).toEqual([]);
  });
});

/** For the page: the message of that key is sent once more, under its own id. */
function sendAgain(key: string): string {
  return `(async () => {
    const { Msg, Chat } = window.require('WAWebCollections');
    const { id, type, t, body } = Msg.get('${key}');
    const [, sent] = window.require('WAWebSendMsgChatAction').addAndSendMsgToChat(Chat.get('${CHAT}'), { id, type, t, body });
    return sent;
  })()`;
}
