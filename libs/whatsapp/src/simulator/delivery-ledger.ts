import type { DataSource } from 'typeorm';

import { cleanText } from '#kernel';

import type { Ack } from '../port/ack.js';
import { Batch } from './batch.js';
import { unknownDelivery } from './simulator.errors.js';

/** One delivery on a recipient's phone. */
export interface Delivery {
  /** Its place in the order of delivery: a decimal number. */
  readonly seq: string;
  readonly chat: string;
  readonly messageId: string;
  readonly body: string;
  readonly quotedId: string | null;
  readonly at: Date;
  readonly ack: Ack;
}

export interface NewDelivery extends Omit<Delivery, 'seq'> {
  readonly accountId: string;
}

export interface LedgerFilter {
  readonly accountId?: string;
  readonly chat?: string;
  /** An ISO time, or the id of a message that was delivered. */
  readonly after?: string;
  readonly limit: number;
}

const COLUMNS = 'seq, chat, message_id, body, quoted_id, at, ack';

/** What phones received from us: one row for each delivery, repeats included. */
export class DeliveryLedger {
  private readonly inserts = new Batch<NewDelivery, string>((deliveries) => this.insert(deliveries));
  private readonly told = new Batch<{ seq: string; ack: Ack }, void>((receipts) => this.markTold(receipts));

  constructor(private readonly dataSource: DataSource) {}

  /** Resolves with its seq when the delivery is durable. */
  append(delivery: NewDelivery): Promise<string> {
    return this.inserts.add(delivery);
  }

  /** Resolves when it is durable that the sender knows how far this delivery came. */
  receiptTold(seq: string, ack: Ack): Promise<void> {
    return this.told.add({ seq, ack });
  }

  /** Deliveries whose receipts the sender does not have yet. */
  async untold(accountId: string): Promise<Delivery[]> {
    return this.select(`account_id = $1 AND told_ack < ack ORDER BY seq`, [accountId]);
  }

  /** The furthest that a message came, or null when no phone has it. */
  async furthest(accountId: string, chat: string, messageId: string): Promise<Ack | null> {
    const rows = await this.dataSource.query<{ ack: Ack | null }[]>(
      'SELECT max(ack) AS ack FROM simulator_deliveries WHERE account_id = $1 AND chat = $2 AND message_id = $3',
      [accountId, chat, messageId],
    );
    return rows[0]?.ack ?? null;
  }

  /** In the order of delivery. Throws `simulator.unknown-delivery`. */
  async list({ accountId, chat, after, limit }: LedgerFilter): Promise<Delivery[]> {
    const { time, seq } = after === undefined ? { time: null, seq: null } : await this.position(after);
    return this.select(
      `($1::text IS NULL OR chat = $1) AND ($2::timestamptz IS NULL OR at > $2) AND ($3::bigint IS NULL OR seq > $3)
       AND ($4::uuid IS NULL OR account_id = $4) ORDER BY seq LIMIT $5`,
      [chat ?? null, time, seq, accountId ?? null, limit],
    );
  }

  /** What came into a chat after the delivery `seq`. */
  async since(chat: string, seq: string): Promise<Delivery[]> {
    return this.select('chat = $1 AND seq > $2 ORDER BY seq LIMIT 500', [chat, seq]);
  }

  /** The seq of the last delivery of all, '0' before the first. */
  async last(): Promise<string> {
    const rows = await this.dataSource.query<{ seq: string }[]>(
      'SELECT coalesce(max(seq), 0)::text AS seq FROM simulator_deliveries',
    );
    return rows[0]?.seq ?? '0';
  }

  private async position(after: string): Promise<{ time: Date | null; seq: string | null }> {
    if (cleanText(after) !== after) throw unknownDelivery();
    const rows = await this.dataSource.query<{ seq: string | null }[]>(
      // The first delivery of a repeated message, so that its repeats are seen.
      'SELECT min(seq) AS seq FROM simulator_deliveries WHERE message_id = $1',
      [after],
    );
    const seq = rows[0]?.seq ?? null;
    if (seq !== null) return { time: null, seq };
    // A `+` of a zone arrives as a blank.
    const time = /^\d{4}-\d\d-\d\d/.test(after) ? new Date(after.replace(/ (\d\d:?\d\d)$/, '+$1')) : new Date(NaN);
    if (Number.isNaN(time.getTime())) throw unknownDelivery();
    return { time, seq: null };
  }

  private async select(condition: string, parameters: unknown[]): Promise<Delivery[]> {
    const rows = await this.dataSource.query<LedgerRow[]>(
      `SELECT ${COLUMNS} FROM simulator_deliveries WHERE ${condition}`,
      parameters,
    );
    return rows.map(({ message_id, quoted_id, ...row }) => ({ ...row, messageId: message_id, quotedId: quoted_id }));
  }

  private async insert(deliveries: readonly NewDelivery[]): Promise<string[]> {
    const rows = await this.dataSource.query<{ seq: string }[]>(INSERT, [JSON.stringify(deliveries)]);
    return rows.map(({ seq }) => seq);
  }

  private async markTold(receipts: readonly { seq: string; ack: Ack }[]): Promise<void[]> {
    await this.dataSource.query(TOLD, [receipts.map(({ seq }) => seq), receipts.map(({ ack }) => ack)]);
    return receipts.map(() => undefined);
  }
}

interface LedgerRow extends Omit<Delivery, 'messageId' | 'quotedId'> {
  readonly message_id: string;
  readonly quoted_id: string | null;
}

const INSERT = `
  INSERT INTO simulator_deliveries (account_id, chat, message_id, body, quoted_id, at, ack, told_ack)
  SELECT "accountId", chat, "messageId", body, "quotedId", at, ack, 1
  FROM jsonb_to_recordset($1::jsonb) AS delivery ("accountId" uuid, chat text, "messageId" text, body text,
    "quotedId" text, at timestamptz, ack smallint)
  RETURNING seq`;

const TOLD = `
  UPDATE simulator_deliveries SET told_ack = greatest(told_ack, receipt.ack)
  FROM unnest($1::bigint[], $2::smallint[]) AS receipt (seq, ack) WHERE simulator_deliveries.seq = receipt.seq`;
