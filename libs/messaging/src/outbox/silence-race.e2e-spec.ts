import { DataSource } from 'typeorm';

import { Transactions } from '#database';
import { newIncomingMessage } from '#testing';

import { OutboxStage } from '../../testing/outbox-stage.js';
import { EventIntake } from '../inbound/event-intake.service.js';
import { OutboxWriter } from './outbox-writer.service.js';

const RACES = 200;
const AT_ONCE = 40;
const HOUR_MS = 3_600_000;

/** Notes, in the very statement that marks a message of ours as leaving, whether its group had asked for silence by then. */
const LEDGER_SQL = `
CREATE TABLE silence_ledger (in_silence boolean);
CREATE FUNCTION note_silence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO silence_ledger SELECT EXISTS (SELECT 1 FROM chats WHERE id = NEW.chat_id AND quiet_until > now());
  RETURN NEW;
END $$;
CREATE TRIGGER note_silence AFTER UPDATE OF state ON outbox FOR EACH ROW
  WHEN (NEW.origin = 'proactive' AND OLD.state = 'queued' AND NEW.state = 'sending') EXECUTE FUNCTION note_silence()`;

describe('what nobody asked for, against a group that asks for silence', () => {
  let stage: OutboxStage;
  let groups = 0;

  beforeAll(async () => {
    stage = await OutboxStage.open({ PACING: 'off', DAILY_CAP_PER_CHAT: '100000', MESSAGE_RATE_LIMIT: '0/minute' });
    await stage.rows(LEDGER_SQL);
  });

  afterAll(() => stage.close());

  const say = (group: string, text: string): Promise<void> => {
    const sender = { id: '34600000001@c.us', name: 'Ana' };
    const message = newIncomingMessage({ from: group, sender, text, sentAt: new Date() });
    return stage.part(EventIntake).take(stage.owner.accountId, { type: 'message', message });
  };

  async function newGroup(): Promise<{ readonly group: string; readonly chatId: string }> {
    const group = `12036300000006${String((groups += 1)).padStart(4, '0')}@g.us`;
    await say(group, 'hello');
    const [chat] = await stage.rows<{ id: string }>('SELECT id FROM chats WHERE external_id = $1', [group]);
    return { group, chatId: chat?.id ?? '' };
  }

  async function put(chatId: string, origin: 'proactive' | 'command'): Promise<string> {
    const expiresAt = new Date(Date.now() + HOUR_MS);
    const { ids } = await stage
      .part(Transactions)
      .run((manager) =>
        stage
          .part(OutboxWriter)
          .put(manager, { ...{ chatId, texts: ['By the way'], origin, draft: false, expiresAt } }),
      );
    return ids[0] ?? '';
  }

  it(`never leaves once it was asked for, in ${RACES} races`, async () => {
    const chats = await stage.race(Array.from({ length: AT_ONCE }), newGroup);
    for (let raced = 0; raced < RACES; raced += chats.length) {
      await stage.rows('UPDATE chats SET quiet_until = NULL, quiet_at = NULL');
      await stage.race(
        chats.map((chat, nth) => ({ ...chat, nth })),
        async ({ group, chatId, nth }) => {
          const id = await put(chatId, 'proactive');
          const said = say(group, 'quiet please');
          if (nth % 3 === 1) await said;
          await stage.admit(id);
          await said;
        },
      );
    }
    const ledger = await stage
      .part(DataSource)
      .query<{ in_silence: boolean }[]>('SELECT in_silence FROM silence_ledger');
    expect(ledger.filter(({ in_silence: inSilence }) => inSilence)).toEqual([]);
    // A third of them waits for the word: some must have been stopped, or the test says nothing.
    expect(ledger.length).toBeLessThan(RACES);
    const stopped = await stage.rows(`SELECT 1 FROM outbox WHERE state = 'dropped' AND reason = 'silence-asked'`);
    expect(ledger.length + stopped.length).toBe(RACES);
  }, 120_000);

  it('lets an answer go all the same', async () => {
    const { group, chatId } = await newGroup();
    await say(group, 'quiet please');
    expect(await stage.admit(await put(chatId, 'command'))).toMatchObject({ kind: 'admitted' });
    expect(await stage.admit(await put(chatId, 'proactive'))).toMatchObject({ kind: 'turned-away' });
  });
});
