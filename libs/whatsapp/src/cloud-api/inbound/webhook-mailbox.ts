import type { DataSource, EntityManager } from 'typeorm';

import type { Clock } from '#kernel';
import { openField, sealField, type DataKey, type DataKeys } from '#security';

import type { EventContent, WebhookEvent } from './webhook-event.js';
import type { MailedEvent } from './whatsapp-event-of.js';

/** One key seals what waits here: contacts are not known yet, and nothing stays longer than until it is taken. */
const SUBJECT = '019b0000-c10d-7a91-8000-000000000001';
const TABLE = 'cloud_api_events';
/** Meta repeats a delivery for up to 7 days, so for longer we remember what came. Ms. */
const REMEMBER_MS = 8 * 86_400_000;

/** What webhooks told, each once, until the account has taken it; then only its ids stay, to know repeats by. */
export class WebhookMailbox {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: DataKeys,
    private readonly phoneNumberId: string,
    private readonly clock: Clock,
  ) {}

  /** Makes ready to put: the key must not be made in a transaction that may roll back. */
  async sealed(events: readonly WebhookEvent[]): Promise<readonly SealedEvent[]> {
    const key = await this.key();
    return events.map(({ content, ...event }) => ({
      ...event,
      content: sealField(key, this.at(event.key), JSON.stringify(content)),
    }));
  }

  /** Resolves with the keys of what had not come before. */
  async put(events: readonly SealedEvent[], manager: EntityManager): Promise<ReadonlySet<string>> {
    const kept = [...new Map(events.map((event) => [event.key, event])).values()];
    const order = kept.map((_, index) => index);
    const rows = await manager.query<{ key: string }[]>(PUT, [
      this.phoneNumberId,
      this.clock.now(),
      kept.map(({ key }) => key),
      kept.map(({ kind }) => kind),
      kept.map(({ chatId }) => chatId),
      kept.map(({ messageId }) => messageId),
      kept.map(({ mediaId }) => mediaId),
      kept.map(({ content }) => content),
      order,
    ]);
    return new Set(rows.map(({ key }) => key));
  }

  /** What waits, oldest first, except of the given chats. */
  async waiting(withoutChats: readonly string[], limit: number): Promise<MailedEvent[]> {
    const rows = await this.dataSource.query<MailboxRow[]>(WAITING, [this.phoneNumberId, withoutChats, limit]);
    if (rows.length === 0) return [];
    const key = await this.key();
    return rows.map(({ key: rowKey, content, ...row }) => ({ ...row, content: this.opened(key, rowKey, content) }));
  }

  /** Resolves when it is durable that these were taken. Their content is gone with it. */
  async taken(seqs: readonly string[]): Promise<void> {
    await this.dataSource.query('UPDATE cloud_api_events SET taken_at = $2, content = NULL WHERE seq = ANY($1)', [
      seqs,
      this.clock.now(),
    ]);
  }

  /** Forgets what Meta will not repeat any more. */
  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - REMEMBER_MS);
    await this.dataSource.query('DELETE FROM cloud_api_events WHERE phone_number_id = $1 AND taken_at < $2', [
      this.phoneNumberId,
      before,
    ]);
  }

  /** The contact's latest message of a chat, among `ids` when they are given; null when none is remembered. */
  async latestIn(chatId: string, ids: readonly string[] | null): Promise<string | null> {
    const rows = await this.dataSource.query<{ message_id: string }[]>(
      `SELECT message_id FROM cloud_api_events WHERE phone_number_id = $1 AND chat_id = $2 AND kind = 'message'
         AND ($3::text[] IS NULL OR message_id = ANY($3)) ORDER BY seq DESC LIMIT 1`,
      [this.phoneNumberId, chatId, ids],
    );
    return rows[0]?.message_id ?? null;
  }

  /** Meta's id of a message's attachment. */
  async mediaIdOf(chatId: string, messageId: string): Promise<string | null> {
    const rows = await this.dataSource.query<{ media_id: string | null }[]>(
      'SELECT media_id FROM cloud_api_events WHERE phone_number_id = $1 AND key = $2 AND chat_id = $3',
      [this.phoneNumberId, `message:${messageId}`, chatId],
    );
    return rows[0]?.media_id ?? null;
  }

  private opened(key: DataKey, rowKey: string, content: Buffer): EventContent | null {
    try {
      return JSON.parse(openField(key, this.at(rowKey), content)) as EventContent;
    } catch {
      // Its key is gone: nobody will ever read it, and it must not stand in the way of the next one.
      return null;
    }
  }

  private at(rowKey: string): { table: string; column: string; rowId: string } {
    return { table: TABLE, column: 'content', rowId: `${this.phoneNumberId}/${rowKey}` };
  }

  private async key(): Promise<DataKey> {
    const key = (await this.keys.of([SUBJECT])).get(SUBJECT);
    if (!key) throw new Error('The mailbox has no key.');
    return key;
  }
}

export interface SealedEvent extends Omit<WebhookEvent, 'content'> {
  readonly content: Buffer;
}

interface MailboxRow extends Omit<MailedEvent, 'content'> {
  readonly key: string;
  readonly content: Buffer;
}

const PUT = `
  INSERT INTO cloud_api_events (phone_number_id, received_at, key, kind, chat_id, message_id, media_id, content)
  SELECT $1, $2, key, kind, chat_id, message_id, media_id, content
  FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::integer[])
    AS event (key, kind, chat_id, message_id, media_id, content, place)
  ORDER BY place
  ON CONFLICT (phone_number_id, key) DO NOTHING
  RETURNING key`;

const WAITING = `
  SELECT seq, key, kind, chat_id AS "chatId", message_id AS "messageId", content, received_at AS "receivedAt"
  FROM cloud_api_events
  WHERE phone_number_id = $1 AND taken_at IS NULL AND NOT (chat_id = ANY($2::text[]))
  ORDER BY seq LIMIT $3`;
