import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import { MemoryConfig } from '#config';
import { Statements, type Statement } from '#database';
import { Logger } from '#telemetry';

import { decodeFeatures } from './turn-features.js';
import { OURS, TurnIndex } from './turn-index.js';

const PAGE = 20_000;

/** A chat, and the position of the last turn that is committed in it; null: it has none. */
export interface ChatMark {
  readonly id: string;
  readonly latest: string | null;
}

/**
 * The indexes of chats, in memory for as long as there is room. Before each search one is brought up to what is committed, by position, so it
 * does not matter which process wrote it.
 */
@Injectable()
export class ChatIndexes {
  private readonly held: LRUCache<string, HeldIndex>;
  private readonly busy = new Map<string, Promise<unknown>>();

  constructor(
    private readonly statements: Statements,
    private readonly logger: Logger,
    config: MemoryConfig,
  ) {
    this.held = new LRUCache({ maxSize: config.indexBytes, sizeCalculation: ({ index }) => Math.max(1, index.bytes) });
  }

  /** Roughly what is held. */
  get bytes(): number {
    return this.held.calculatedSize;
  }

  get chats(): number {
    return this.held.size;
  }

  /** Everything of the chats up to their marks, at least. */
  async of(chats: readonly ChatMark[]): Promise<readonly TurnIndex[]> {
    const filled = chats.filter(({ latest }) => latest !== null);
    return Promise.all(filled.map(async (chat) => this.upTo(chat) ?? this.inTurn(chat.id, () => this.current(chat))));
  }

  /** Not found any more here; whoever deletes the row has it forgotten everywhere. */
  hide(chatId: string, messageIds: readonly string[]): void {
    this.held.get(chatId)?.index.hide(messageIds);
  }

  /** What is held, when it is enough: in most searches nothing has been said since the last one. */
  private upTo({ id, latest }: ChatMark): TurnIndex | undefined {
    const held = this.held.get(id);
    return held && BigInt(held.position) >= BigInt(latest ?? 0) ? held.index : undefined;
  }

  private async current(chat: ChatMark): Promise<TurnIndex> {
    const chatId = chat.id;
    const enough = this.upTo(chat);
    if (enough) return enough;
    const held = this.held.get(chatId);
    if (!held) return this.load(chatId);
    const rows = await this.rowsAfter(chatId, held.position);
    if (rows.length === 0) return held.index;
    rows.sort(bySending);
    const first = rows[0];
    // Something came late, or was indexed anew: turns stand in their order, so it is begun again.
    if (first && first.sentAt.getTime() <= held.index.lastAt) return this.load(chatId);
    this.keep(chatId, { index: this.addAll(held.index, rows), position: lastPosition(rows) });
    return held.index;
  }

  private async load(chatId: string): Promise<TurnIndex> {
    const rows = await this.rowsAfter(chatId, '0');
    const position = lastPosition(rows);
    const index = this.addAll(new TurnIndex(), rows.sort(bySending));
    this.keep(chatId, { index, position });
    return index;
  }

  private keep(chatId: string, held: HeldIndex): void {
    this.held.delete(chatId);
    this.held.set(chatId, held);
  }

  private addAll(index: TurnIndex, rows: readonly TurnRow[]): TurnIndex {
    for (const { id, author, senderId, sentAt, features } of rows) {
      const decoded = decodeFeatures(features);
      if (!decoded) {
        this.logger.warn({ messageId: id }, 'a turn was indexed by another version and is not found');
        continue;
      }
      index.add({
        id,
        speaker: author === 'contact' ? (senderId ?? '') : OURS,
        at: sentAt.getTime(),
        features: decoded,
      });
    }
    return index;
  }

  private async rowsAfter(chatId: string, position: string): Promise<TurnRow[]> {
    const rows: TurnRow[] = [];
    let after = position;
    for (;;) {
      const page = await this.statements.run<TurnRow>(ROWS, [chatId, after, PAGE]);
      rows.push(...page);
      if (page.length < PAGE) return rows;
      after = page.at(-1)?.position ?? after;
    }
  }

  /** One after the other for one chat: it is loaded once. */
  private async inTurn<T>(chatId: string, work: () => Promise<T>): Promise<T> {
    const before = this.busy.get(chatId) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.busy.set(chatId, mine);
    try {
      return await mine;
    } finally {
      if (this.busy.get(chatId) === mine) this.busy.delete(chatId);
    }
  }
}

interface HeldIndex {
  readonly index: TurnIndex;
  readonly position: string;
}

interface TurnRow {
  readonly id: string;
  readonly position: string;
  readonly author: string;
  readonly senderId: string | null;
  readonly sentAt: Date;
  readonly features: Buffer;
}

function bySending(one: TurnRow, other: TurnRow): number {
  return one.sentAt.getTime() - other.sentAt.getTime() || (one.id < other.id ? -1 : 1);
}

function lastPosition(rows: readonly TurnRow[]): string {
  return rows.reduce((last, { position }) => (BigInt(position) > BigInt(last) ? position : last), '0');
}

const ROWS: Statement = {
  name: 'memory.turns',
  text: `
SELECT message_id AS id, position, author, sender_id AS "senderId", sent_at AS "sentAt", features
FROM memory_turns WHERE chat_id = $1 AND position > $2::bigint ORDER BY position LIMIT $3`,
};
