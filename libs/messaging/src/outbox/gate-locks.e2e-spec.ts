import { DataSource, type QueryRunner } from 'typeorm';

import { newId } from '#kernel';
import { waitFor } from '#testing';

import { OutboxStage } from '../../testing/outbox-stage.js';
import { OutboxWriter } from './outbox-writer.service.js';

const HOUR_MS = 60 * 60_000;
const GATE = 42;

/** Whoever holds the advisory lock keeps the gate in the statement that marks a message, once that has passed. */
const HOLD_GATE_SQL = `
CREATE FUNCTION hold_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(${GATE});
  RETURN NEW;
END $$;
CREATE TRIGGER hold_gate AFTER UPDATE OF state ON outbox FOR EACH ROW WHEN (NEW.state = 'sending') EXECUTE FUNCTION hold_gate()`;

/** A person's two chats, and a message that nobody asked for in the first of them. */
interface Place {
  readonly chat: string;
  readonly other: string;
  readonly outboxId: string;
}

describe('the locks of the last gate', () => {
  let stage: OutboxStage;
  let someone: QueryRunner;

  beforeAll(async () => {
    stage = await OutboxStage.open();
    await stage.rows(HOLD_GATE_SQL);
    someone = stage.part(DataSource).createQueryRunner();
  });

  beforeEach(async () => {
    await stage.clear();
    await stage.rows('INSERT INTO account_pacing (account_id) VALUES ($1)', [stage.owner.accountId]);
    await someone.startTransaction();
  });

  afterEach(async () => {
    if (someone.isTransactionActive) await someone.rollbackTransaction();
  });

  afterAll(async () => {
    await someone.release();
    await stage.close();
  });

  async function place(): Promise<Place> {
    const [chat, other] = [await stage.stranger(), await stage.stranger()];
    const contactId = newId();
    await stage.rows('INSERT INTO contacts (id, account_id) VALUES ($1, $2)', [contactId, stage.owner.accountId]);
    await stage.rows('UPDATE chats SET contact_id = $2 WHERE id = $1', [chat, contactId]);
    await stage.rows(
      'UPDATE chats SET contact_id = $2, account_id = (SELECT id FROM accounts WHERE id <> account_id LIMIT 1) WHERE id = $1',
      [other, contactId],
    );
    const now = Date.now();
    const { ids } = await stage.part(OutboxWriter).put(stage.part(DataSource).manager, {
      ...{ chatId: chat, texts: ['How did it go?'], origin: 'proactive', draft: false },
      ...{ expiresAt: new Date(now + HOUR_MS), unlessHeardSince: new Date(now - HOUR_MS) },
    });
    return { chat, other, outboxId: ids[0] ?? '' };
  }

  /** Somebody waits for `what` that we hold. */
  async function waited(): Promise<void> {
    const [{ pid }] = (await someone.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
    await waitFor(
      async () => {
        const sql = 'SELECT FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))';
        return (await stage.rows(sql, [pid])).length > 0;
      },
      { what: 'the gate to wait' },
    );
  }

  /** Whether somebody could change the row, as an UPDATE does. */
  async function isFree(table: string, column: string, id: string): Promise<boolean> {
    try {
      await stage.rows(`SELECT FROM ${table} WHERE ${column} = $1 FOR NO KEY UPDATE NOWAIT`, [id]);
      return true;
    } catch {
      return false;
    }
  }

  it('hold the chat, the other chats of its person, the account and its pace until the message is marked', async () => {
    const { chat, other, outboxId } = await place();
    const { accountId } = stage.owner;
    await someone.query('SELECT pg_advisory_xact_lock($1)', [GATE]);
    const admission = stage.admit(outboxId);
    await waited();
    expect({
      chat: await isFree('chats', 'id', chat),
      other: await isFree('chats', 'id', other),
      account: await isFree('accounts', 'id', accountId),
      pace: await isFree('account_pacing', 'account_id', accountId),
    }).toEqual({ chat: false, other: false, account: false, pace: false });
    await someone.commitTransaction();
    expect(await admission).toMatchObject({ kind: 'admitted' });
    expect(await isFree('chats', 'id', other)).toBe(true);
  });

  it('are waited for before anything is looked at: what was said meanwhile counts', async () => {
    const { chat, outboxId } = await place();
    await someone.query('SELECT FROM chats WHERE id = $1 FOR UPDATE', [chat]);
    const admission = stage.admit(outboxId);
    await waited();
    await someone.query(
      `INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, sent_at, stored_at)
       VALUES ($1, $2, 'word', 'contact', $2, 'text', now(), now())`,
      [newId(), chat],
    );
    await someone.commitTransaction();
    expect(await admission).toEqual({ kind: 'turned-away' });
    expect(await stage.find(outboxId)).toMatchObject({ state: 'dropped', reason: 'answered-meanwhile' });
  });

  it('are waited for before anything is looked at: a STOP meanwhile counts in whichever chat', async () => {
    const { chat, other, outboxId } = await place();
    await someone.query('SELECT FROM chats WHERE id = $1 FOR UPDATE', [chat]);
    const admission = stage.admit(outboxId);
    await waited();
    await stage.rows('UPDATE chats SET opted_out_at = now() WHERE id = $1', [other]);
    await someone.commitTransaction();
    expect(await admission).toEqual({ kind: 'turned-away' });
    expect(await stage.find(outboxId)).toMatchObject({ state: 'dropped', reason: 'opted-out' });
  });

  it('keep silent in a chat that turned out to be theirs meanwhile', async () => {
    const { chat, other, outboxId } = await place();
    await stage.rows('UPDATE chats SET contact_id = NULL WHERE id = $1', [other]);
    await someone.query('SELECT FROM chats WHERE id = $1 FOR UPDATE', [chat]);
    const admission = stage.admit(outboxId);
    await waited();
    await stage.rows('UPDATE chats SET contact_id = (SELECT contact_id FROM chats WHERE id = $2) WHERE id = $1', [
      ...[other, chat],
    ]);
    await someone.commitTransaction();
    expect(await admission).toEqual({ kind: 'turned-away' });
  });

  it('are not waited for in another chat of theirs: something goes on there', async () => {
    const { other, outboxId } = await place();
    await someone.query('UPDATE chats SET opted_out_at = now() WHERE id = $1', [other]);
    expect(await stage.admit(outboxId)).toEqual({ kind: 'turned-away' });
    expect(await stage.find(outboxId)).toMatchObject({ state: 'dropped', reason: 'answer-under-way' });
  });

  it('come to the pace of the account last, and to all that was changed of it meanwhile', async () => {
    const { chat, outboxId } = await place();
    const { accountId } = stage.owner;
    await someone.query('UPDATE account_pacing SET stopped_at = now() WHERE account_id = $1', [accountId]);
    const admission = stage.admit(outboxId);
    await waited();
    expect([await isFree('chats', 'id', chat), await isFree('accounts', 'id', accountId)]).toEqual([false, false]);
    await someone.commitTransaction();
    expect(await admission).toMatchObject({ kind: 'turned-away' });
    expect(await stage.find(outboxId)).toMatchObject({ state: 'queued', reason: 'stopped' });
  });
});
