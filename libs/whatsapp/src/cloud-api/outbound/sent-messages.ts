import type { DataSource, EntityManager } from 'typeorm';

import type { Ack } from '../../port/ack.js';

/** How far one request for a message of ours came. */
export interface SentMessage {
  readonly id: string;
  readonly chatId: string;
  /** WhatsApp's own id, as soon as it is known. */
  readonly wamid: string | null;
  /** `sending`: asked, and no answer is known. `refused`: surely not sent. `accepted`: it is WhatsApp's. */
  readonly state: 'sending' | 'accepted' | 'refused';
  readonly ack: Ack;
  /** Graph's error code, when it accepted the message and then failed to deliver it. */
  readonly failure: number | null;
  readonly sentAt: Date;
}

/** What a status says about a message. `callback` is what we gave along with it, '' when it did not come back. */
export interface StatusReceipt {
  readonly wamid: string;
  readonly callback: string;
  readonly ack: Ack;
  readonly failure?: number;
}

/**
 * What was asked of the Cloud API, written down before each request. A message is asked for by one process at a time, and again only when
 * the request before was surely in vain; the API itself would send it twice.
 */
export class SentMessages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly phoneNumberId: string,
  ) {}

  /**
   * Takes the right to ask for this message. Resolves with what goes along as `biz_opaque_callback_data`, or null when somebody asked
   * before and it may have been heard.
   */
  async claim(id: string, chatId: string, at: Date): Promise<SendClaim | null> {
    const rows = await this.dataSource.query<{ attempt: number }[]>(CLAIM, [this.phoneNumberId, id, chatId, at]);
    return rows[0] ? { id, attempt: rows[0].attempt } : null;
  }

  async accepted({ id, attempt }: SendClaim, wamid: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE cloud_api_messages SET wamid = $4, state = 'accepted', ack = CASE WHEN ack = 0 THEN 1 ELSE ack END
       WHERE phone_number_id = $1 AND id = $2 AND attempt = $3`,
      [this.phoneNumberId, id, attempt, wamid],
    );
  }

  /** Resolves with false when a status has said meanwhile that the message was accepted after all. */
  async refused({ id, attempt }: SendClaim): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE cloud_api_messages SET state = 'refused'
       WHERE phone_number_id = $1 AND id = $2 AND attempt = $3 AND state = 'sending'`,
      [this.phoneNumberId, id, attempt],
    );
    return count > 0;
  }

  async find(id: string): Promise<SentMessage | null> {
    const rows = await this.dataSource.query<SentMessage[]>(
      `SELECT ${COLUMNS} FROM cloud_api_messages WHERE phone_number_id = $1 AND id = $2`,
      [this.phoneNumberId, id],
    );
    return rows[0] ?? null;
  }

  /** Those of WhatsApp's ids that are messages of ours. */
  async byWamid(wamids: readonly string[]): Promise<ReadonlyMap<string, SentMessage>> {
    if (wamids.length === 0) return new Map();
    const rows = await this.dataSource.query<SentMessage[]>(
      `SELECT ${COLUMNS} FROM cloud_api_messages WHERE phone_number_id = $1 AND wamid = ANY($2)`,
      [this.phoneNumberId, wamids],
    );
    return new Map(rows.map((row) => [row.wamid ?? '', row]));
  }

  /** Writes down what statuses say, in whatever order they come. One that echoes what we gave along settles a request whose answer was lost. */
  async acknowledge(receipts: readonly StatusReceipt[], manager: EntityManager): Promise<void> {
    if (receipts.length === 0) return;
    const furthest = new Map<string, StatusReceipt>();
    for (const receipt of receipts) furthest.set(receipt.wamid, further(furthest.get(receipt.wamid), receipt));
    const rows = [...furthest.values()].map(({ callback, ...receipt }) => ({ ...receipt, ...parseCallback(callback) }));
    await manager.query(ACKNOWLEDGE, [this.phoneNumberId, JSON.stringify(rows)]);
  }
}

/** The right to ask for a message, once. */
export interface SendClaim {
  readonly id: string;
  /** Which try this is: a late status of the try before says nothing about it. */
  readonly attempt: number;
}

export function callbackOf({ id, attempt }: SendClaim): string {
  return `${id}.${attempt}`;
}

function parseCallback(callback: string): { id: string; attempt: number } {
  const [, id = '', attempt = '0'] = /^(\w{1,64})\.(\d{1,6})$/.exec(callback) ?? [];
  return { id, attempt: Number(attempt) };
}

/** A failure counts only while nothing better is known than that WhatsApp has the message. */
function further(known: StatusReceipt | undefined, receipt: StatusReceipt): StatusReceipt {
  return known && rank(known.ack) >= rank(receipt.ack) ? known : receipt;
}

function rank(ack: Ack): number {
  return ack === -1 ? 1.5 : ack;
}

const COLUMNS = `id, chat_id AS "chatId", wamid, state, ack, failure, sent_at AS "sentAt"`;

const CLAIM = `
  INSERT INTO cloud_api_messages AS message (phone_number_id, id, chat_id, attempt, state, ack, sent_at)
  VALUES ($1, $2, $3, 1, 'sending', 0, $4)
  ON CONFLICT (phone_number_id, id) DO UPDATE SET
    attempt = message.attempt + 1, state = 'sending', ack = 0, wamid = NULL, failure = NULL, sent_at = $4
  WHERE message.state = 'refused' OR message.ack = -1
  RETURNING attempt`;

const ACKNOWLEDGE = `
  UPDATE cloud_api_messages AS message SET wamid = receipt.wamid, state = 'accepted',
    ack = CASE WHEN receipt.ack = -1 AND message.ack < 2 OR message.ack = -1 AND receipt.ack < 2 THEN -1
      ELSE greatest(message.ack, receipt.ack) END,
    failure = coalesce(receipt.failure, message.failure)
  FROM jsonb_to_recordset($2::jsonb)
    AS receipt (wamid text, id text, attempt integer, ack smallint, failure integer)
  WHERE message.phone_number_id = $1 AND (message.wamid = receipt.wamid
    OR message.wamid IS NULL AND message.id = receipt.id AND message.attempt = receipt.attempt)`;
