import { MessagingStage } from '../../testing/messaging-stage.js';

const PHONE = '34600000001';
const LID = '99887766@lid';

describe('the echo of what we sent', () => {
  let stage: MessagingStage;

  beforeAll(async () => {
    stage = await MessagingStage.open();
    const ana = stage.app.phone(`+${PHONE}`);
    await ana.say('hello');
    await stage.app.drained();
    const [sent] = await ana.ledger();
    const echo = { id: sent?.id ?? '', from: LID, fromMe: true, sender: { id: '34999@c.us' }, text: sent?.body ?? '' };
    await stage.say(echo);
    await stage.say({ from: LID, sender: { id: LID, phone: `+${PHONE}`, lid: LID }, text: 'and another question' });
    await stage.app.drained();
  });

  afterAll(() => stage.close());

  it('is not the owner’s hand, under whatever address it comes', async () => {
    const chat = await stage.row<{ taken_over_until: Date | null }>('SELECT taken_over_until FROM chats');
    expect(chat.taken_over_until).toBeNull();
    expect(await stage.app.phone(`+${PHONE}`).ledger(LID)).toHaveLength(1);
  });

  it('is stored once', async () => {
    const authors = await stage.rows<{ author: string }>('SELECT author FROM messages ORDER BY sent_at');
    expect(authors.map(({ author }) => author)).toEqual(['contact', 'assistant', 'contact', 'assistant']);
  });

  it('leaves what the owner writes by hand a takeover', async () => {
    await stage.say({ from: LID, fromMe: true, sender: { id: '34999@c.us' }, text: 'let me' });
    const chat = await stage.row<{ taken_over_until: Date | null }>('SELECT taken_over_until FROM chats');
    expect(chat.taken_over_until).not.toBeNull();
  });
});
