import { Injectable } from '@nestjs/common';

import { Statements } from '#database';
import { cleanText, failpoint, newId } from '#kernel';
import { BlindIndex, DataKeys, sealField, type DataKey } from '#security';
import type { IncomingMessage } from '#whatsapp';

import { ChatBook, type Parties } from '../chats/chat-book.service.js';
import { messageBodyAddress } from '../messages/message-body.js';
import { InboundTiming } from './inbound-timing.js';
import { planInbound, type InboundPlan } from './inbound-plan.js';
import { INSERT_INBOUND } from './inbound.sql.js';

export interface InboundItem {
  readonly accountId: string;
  readonly message: IncomingMessage;
}

export interface Recorded {
  readonly id: string;
  readonly chatId: string;
  /** False when the same message had been stored before. */
  readonly stored: boolean;
}

export interface Written {
  readonly recorded: readonly Recorded[];
  /** The chats in which a new turn has begun to wait. */
  readonly due: readonly { readonly chatId: string; readonly urgent: boolean }[];
}

interface InsertResult {
  readonly inserted: string[] | null;
  readonly due: { readonly id: string; readonly urgent: boolean }[] | null;
}

interface Row extends InboundPlan {
  readonly id: string;
  readonly message: IncomingMessage;
  readonly parties: Parties;
  readonly subjectId: string;
}

/** Writes a batch of inbound messages and what they mean for their chats, in one statement and so in one transaction. */
@Injectable()
export class InboundWriter {
  constructor(
    private readonly chats: ChatBook,
    private readonly keys: DataKeys,
    private readonly index: BlindIndex,
    private readonly statements: Statements,
    private readonly when: InboundTiming,
  ) {}

  async write(items: readonly InboundItem[]): Promise<Written> {
    const rows = await this.rowsOf(items);
    const keys = await this.keys.of([...new Set(rows.map((row) => row.subjectId))]);
    const now = this.when.clock.now();
    failpoint('inbound.before-commit');
    const [result] = await this.statements.run<InsertResult>(INSERT_INBOUND, [
      ...this.columnsOf(rows, keys),
      now,
      this.when.quietMs,
      this.when.maxMs,
      this.when.takeoverMs,
    ]);
    failpoint('inbound.stored');
    const inserted = new Set(result?.inserted);
    return {
      recorded: rows.map((row) => ({ id: row.id, chatId: row.parties.chatId, stored: inserted.has(row.id) })),
      due: (result?.due ?? []).map(({ id, urgent }) => ({ chatId: id, urgent })),
    };
  }

  private async rowsOf(items: readonly InboundItem[]): Promise<Row[]> {
    const rows = new Map<InboundItem, Row>();
    for (const accountId of new Set(items.map((item) => item.accountId))) {
      const group = items.filter((item) => item.accountId === accountId);
      const parties = await this.chats.resolve(
        accountId,
        group.map(({ message }) => message),
      );
      parties.forEach((resolved, index) => {
        const item = group[index];
        if (item) rows.set(item, this.rowOf(item.message, resolved));
      });
    }
    return items.flatMap((item) => rows.get(item) ?? []);
  }

  private rowOf(message: IncomingMessage, parties: Parties): Row {
    const plan = planInbound(message, this.when.staleAfterMs, this.when.clock.now());
    return { ...plan, id: newId(), message, parties, subjectId: parties.senderId ?? parties.chatSubjectId };
  }

  private columnsOf(rows: readonly Row[], keys: ReadonlyMap<string, DataKey>): unknown[][] {
    const texts = rows.map(({ message }) => cleanText(message.text));
    return [
      rows.map((row) => row.id),
      rows.map((row) => row.parties.chatId),
      rows.map((row) => row.message.id),
      rows.map((row) => participantOf(row.message)),
      rows.map((row) => row.author),
      rows.map((row) => row.parties.senderId),
      rows.map((row) => row.subjectId),
      rows.map((row) => row.message.kind),
      rows.map((row, index) => sealBody(row, texts[index] ?? '', keys)),
      texts.map((text) => (text === '' ? null : this.index.vector(text))),
      rows.map((row) => row.message.quoted?.id ?? null),
      rows.map((row) => row.addressed),
      rows.map((row) => row.route),
      rows.map((row) => row.routeReason),
      rows.map((row) => row.message.sentAt),
      rows.map((row) => row.consent),
      rows.map((row) => row.takesOver),
    ];
  }
}

function sealBody(row: Row, text: string, keys: ReadonlyMap<string, DataKey>): Buffer | null {
  const key = keys.get(row.subjectId);
  if (!key) throw new Error('a data key was asked for and not given');
  return text === '' ? null : sealField(key, messageBodyAddress(row.id), text);
}

/** One id may occur under two participants of a group; elsewhere, and for what we say ourselves, there is only one. */
function participantOf({ chat, sender, fromMe }: IncomingMessage): string {
  return chat.kind === 'direct' || fromMe ? '' : sender.id;
}
