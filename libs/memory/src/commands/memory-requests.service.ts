import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { BlindIndex } from '#security';

import { askedWords } from '../facts/forgetting/asked-words.js';
import { ForgettingFollowers } from '../facts/forgetting-followers.service.js';
import type { MemorySource } from '../facts/memory-fact.js';
import { MemoryForgetting } from '../facts/memory-forgetting.service.js';
import type { MemoryOwner } from '../facts/memory-scope.js';
import { MemorySummaries } from '../summaries/memory-summaries.service.js';

/** Messages that say what is to be forgotten, looked through at the most. */
const MOST_SAID = 1_000;

/** What a message asked for. */
export interface AskedRequest {
  readonly owner: MemoryOwner;
  readonly messageId: string;
  readonly kind: 'forget' | 'forget-all' | 'remember';
  readonly at: Date;
}

/** Does what a message asks for once, however often it comes, in one transaction with the note that it was done. */
@Injectable()
export class MemoryRequests {
  constructor(
    private readonly transactions: Transactions,
    private readonly forgetting: MemoryForgetting,
    private readonly followers: ForgettingFollowers,
    private readonly summaries: MemorySummaries,
    private readonly index: BlindIndex,
  ) {}

  /** Answers how many memories it concerned; the same for the same message. */
  once(asked: AskedRequest, words: string | null, work: (manager: EntityManager) => Promise<number>): Promise<number> {
    const { owner, messageId, kind, at } = asked;
    return this.transactions.run(async (manager) => {
      const values = [owner.characterId, messageId, owner.contactId, kind, words, at];
      const begun: object[] = await manager.query(BEGIN_SQL, values);
      if (begun.length === 0) {
        const [done]: { count: number }[] = await manager.query(DONE_SQL, values.slice(0, 2));
        return done?.count ?? 0;
      }
      const count = await work(manager);
      await manager.query(COUNT_SQL, [...values.slice(0, 2), count]);
      return count;
    });
  }

  /** The memories about it, what was made of them, and where it was said. Messages stay; they are only not found any more. */
  forget(asked: AskedRequest, about: string): Promise<number> {
    const words = askedWords(about);
    const query = words.length === 0 ? null : this.index.query(words.join(' '));
    if (query === null) return Promise.resolve(0);
    return this.once(asked, query, async (manager) => {
      const { characterId, contactId } = asked.owner;
      const said: MemorySource[] = await manager.query(SAID_SQL, [characterId, contactId, query, asked.at, MOST_SAID]);
      const saidIn = said.map(({ messageId }) => messageId);
      const { memories } = await this.forgetting.forgetMatching(asked.owner, about, manager, saidIn);
      if (said.length > 0) await this.followers.sources(manager, asked.owner, said);
      const says = this.index.matcher(words.join(' '));
      if (says) await this.summaries.forgetWhere(manager, asked.owner, says);
      return memories;
    });
  }

  /** Everything that was said until then, in whatever chat. */
  forgetAll(asked: AskedRequest): Promise<number> {
    return this.once(asked, null, async (manager) => {
      const { memories } = await this.forgetting.forgetAll(asked.owner, asked.at, manager);
      return memories;
    });
  }
}

const BEGIN_SQL = `
INSERT INTO memory_requests (character_id, message_id, contact_id, kind, words, count, at) VALUES ($1, $2, $3, $4, $5, 0, $6)
ON CONFLICT DO NOTHING RETURNING 1`;
const DONE_SQL = 'SELECT count FROM memory_requests WHERE character_id = $1 AND message_id = $2';
const COUNT_SQL = 'UPDATE memory_requests SET count = $3 WHERE character_id = $1 AND message_id = $2';

/** Whoever said it: neither what is found nor what is taken in comes from these any more. */
const SAID_SQL = `
WITH said AS (
  SELECT messages.id, chat_id FROM messages JOIN chats ON chats.id = chat_id
  WHERE chats.contact_id = $2 AND chats.kind = 'direct' AND search @@ $3::tsquery AND sent_at <= $4::timestamptz
  ORDER BY messages.id DESC LIMIT $5
), noted AS (
  INSERT INTO memory_forgotten (character_id, contact_id, message_id) SELECT $1, $2, id FROM said ON CONFLICT DO NOTHING
)
SELECT id AS "messageId", chat_id AS "chatId" FROM said`;
