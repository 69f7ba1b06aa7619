import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Statements } from '#database';
import { failpoint } from '#kernel';
import { BlindIndex, DataKeys, sealField, type DataKey } from '#security';
import type { IncomingMessage } from '#whatsapp';

import type { Parties } from '../chats/chat-book.service.js';
import { messageBodyAddress } from '../messages/message-body.js';
import { cleanMessage } from './clean-message.js';
import type { InboundItem, InboundRow } from './inbound-row.js';
import { InboundRows } from './inbound-rows.service.js';
import { InboundPolicy } from './inbound-policy.js';
import { INSERT_INBOUND, OWN_ECHOES } from './inbound.sql.js';
import { mediaColumns } from './media-columns.js';
import { quietColumns } from './quiet-columns.js';

export interface Recorded {
  readonly id: string;
  /** Null when not even its chat could be made out. */
  readonly chatId: string | null;
  /** False when the same message had been stored before, and when it can't be stored. */
  readonly stored: boolean;
}

export interface Written {
  readonly recorded: readonly Recorded[];
  /** The chats in which a new turn has begun to wait. */
  readonly due: readonly { readonly chatId: string; readonly delayMs: number }[];
}

/** A message whose chat and sender need not be looked for. */
export interface PlacedItem extends InboundItem {
  readonly parties: Parties;
}

interface EchoRow {
  readonly account_id: string;
  readonly message_id: string;
  readonly chat_id: string;
}

interface InsertResult {
  /** An edit or a deletion waits for one of those that were asked about: nothing was inserted. */
  readonly early: boolean;
  readonly inserted: string[] | null;
  readonly due: { readonly id: string; readonly urgent: boolean }[] | null;
}

/** Writes a batch of inbound messages and what they mean for their chats, in one statement and so in one transaction. */
@Injectable()
export class InboundWriter {
  constructor(
    private readonly rows: InboundRows,
    private readonly keys: DataKeys,
    private readonly index: BlindIndex,
    private readonly statements: Statements,
    private readonly policy: InboundPolicy,
  ) {}

  async write(items: readonly InboundItem[]): Promise<Written> {
    const now = this.policy.clock.now();
    const clean = items.map((item) => ({ ...item, message: cleanMessage(item.message, now) }));
    const echoes = await this.echoesAmong(clean);
    const fresh = clean.filter((item) => !echoes.has(echoKey(item)));
    const { recorded, due } = fresh.length > 0 ? await this.insert(fresh, now) : { recorded: [], due: [] };
    const inserted = recorded.values();
    return {
      recorded: clean.flatMap((item) => echoes.get(echoKey(item)) ?? inserted.next().value ?? []),
      due,
    };
  }

  /** Messages whose place is known, in the caller's transaction, which holds the locks of their chats. In order. */
  async writeIn(manager: EntityManager, items: readonly PlacedItem[]): Promise<Written> {
    const now = this.policy.clock.now();
    const rows = items.map(({ parties, ...item }) =>
      this.rows.inPlace({ ...item, message: cleanMessage(item.message, now) }, parties),
    );
    const keys = await this.keys.of([...new Set(rows.map((row) => row.subjectId))], manager);
    const [result] = await manager.query<InsertResult[]>(INSERT_INBOUND.text, this.valuesOf(rows, keys, now));
    return this.writtenOf(rows, result);
  }

  /** What we remember of contacts and chats may have been merged away by another process. */
  forget(): void {
    this.rows.forget();
  }

  /** What we sent ourselves is in the chat that it was sent in, whatever address the network shows it under. */
  private async echoesAmong(items: readonly InboundItem[]): Promise<ReadonlyMap<string, Recorded>> {
    const mine = items.filter(({ message }) => message.fromMe);
    if (mine.length === 0) return new Map();
    const rows = await this.statements.run<EchoRow>(OWN_ECHOES, [
      mine.map(({ accountId }) => accountId),
      mine.map(({ message }) => message.id),
    ]);
    return new Map(
      rows.map((row) => [
        `${row.account_id}|${row.message_id}`,
        { id: row.message_id, chatId: row.chat_id, stored: false },
      ]),
    );
  }

  private async insert(items: readonly InboundItem[], now: Date): Promise<Written> {
    return (
      (await this.insertRows(await this.rows.of(items), now, items)) ??
      (await this.insertRows(await this.rows.revised(items), now)) ?? { recorded: [], due: [] }
    );
  }

  /** Null when something came before one of `asked`. */
  private async insertRows(
    rows: readonly InboundRow[],
    now: Date,
    asked: readonly InboundItem[] = [],
  ): Promise<Written | null> {
    const keys = await this.keys.of([...new Set(rows.map((row) => row.subjectId))]);
    failpoint('inbound.before-commit');
    const [result] = await this.statements.run<InsertResult>(INSERT_INBOUND, this.valuesOf(rows, keys, now, asked));
    if (result?.early) return null;
    failpoint('inbound.stored');
    await this.rows.forgetRevisions(rows);
    return this.writtenOf(rows, result);
  }

  private writtenOf(rows: readonly InboundRow[], result: InsertResult | undefined): Written {
    const inserted = new Set(result?.inserted);
    return {
      recorded: rows.map((row) => ({ id: row.id, chatId: row.parties.chatId, stored: inserted.has(row.id) })),
      due: (result?.due ?? []).map(({ id, urgent }) => ({ chatId: id, delayMs: urgent ? 0 : this.policy.quietMs })),
    };
  }

  private valuesOf(
    rows: readonly InboundRow[],
    keys: ReadonlyMap<string, DataKey>,
    now: Date,
    asked: readonly InboundItem[] = [],
  ): unknown[] {
    const { quietMs, maxMs, takeoverMs } = this.policy;
    return [
      ...this.columnsOf(rows, keys),
      ...[now, quietMs, maxMs, takeoverMs],
      ...mediaColumns(rows, keys),
      ...quietColumns(rows),
      ...[asked.map(({ accountId }) => accountId), asked.map(({ message }) => message.id)],
    ];
  }

  private columnsOf(rows: readonly InboundRow[], keys: ReadonlyMap<string, DataKey>): unknown[][] {
    return [
      rows.map((row) => row.id),
      rows.map((row) => row.parties.chatId),
      rows.map((row) => row.message.id),
      rows.map((row) => participantOf(row.message)),
      rows.map((row) => row.author),
      rows.map((row) => row.parties.senderId),
      rows.map((row) => row.subjectId),
      rows.map((row) => row.message.kind),
      rows.map((row) => sealBody(row, keys)),
      rows.map(({ message: { text } }) => (text === '' ? null : this.index.vector(text))),
      rows.map((row) => row.message.quoted?.id ?? null),
      rows.map((row) => row.addressed),
      rows.map((row) => row.route),
      rows.map((row) => row.routeReason),
      rows.map((row) => row.message.sentAt),
      rows.map((row) => row.consent),
      rows.map((row) => row.takesOver),
      rows.map((row) => row.editedAt),
      rows.map((row) => row.revokedAt),
    ];
  }
}

/** Two accounts of ours may write to each other: the same id is an echo for one, and news for the other. */
function echoKey({ accountId, message }: InboundItem): string {
  return message.fromMe ? `${accountId}|${message.id}` : '';
}

function sealBody(row: InboundRow, keys: ReadonlyMap<string, DataKey>): Buffer | null {
  const key = keys.get(row.subjectId);
  if (!key) throw new Error('a data key was asked for and not given');
  const { text } = row.message;
  return text === '' ? null : sealField(key, messageBodyAddress(row.id), text);
}

/** One id may occur under two participants of a group; elsewhere, and for what we say ourselves, there is only one. */
function participantOf({ chat, sender, fromMe }: IncomingMessage): string {
  return chat.kind === 'direct' || fromMe ? '' : sender.id;
}
