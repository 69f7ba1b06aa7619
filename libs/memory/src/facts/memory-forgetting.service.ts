import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';
import { BlindIndex } from '#security';

import { askedWords } from './forgetting/asked-words.js';
import { matchingMemories } from './forgetting/matching-memories.js';
import type { Forgotten } from './forgetting/forgotten.js';
import { ForgottenRows } from './forgetting/forgotten-rows.service.js';
import type { MemoryOwner } from './memory-scope.js';
import { MemoryRows } from './store/memory-rows.service.js';

const NOTHING: Forgotten = { memories: 0, sources: [] };

/** Deletes memories for real. Their source messages are noted (ids only), so that they are not taken in again. */
@Injectable()
export class MemoryForgetting {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: MemoryRows,
    private readonly forgotten: ForgottenRows,
    private readonly index: BlindIndex,
    private readonly clock: Clock,
  ) {}

  /** These memories, with what they replaced by being edited or merged. Ids of others' memories are left out. */
  forget(owner: MemoryOwner, ids: readonly string[], manager?: EntityManager): Promise<Forgotten> {
    if (ids.length === 0) return Promise.resolve(NOTHING);
    return this.within(manager, (transaction) => this.forgotten.remove(transaction, owner, ids));
  }

  /**
   * The memories that hold most words of the text, in any group and status: of "that I have a dog", those about the dog. Of what was told in
   * the messages `saidIn`, which hold them all, one word is enough: "I love coffee" was remembered as "Likes coffee".
   */
  forgetMatching(
    owner: MemoryOwner,
    text: string,
    manager?: EntityManager,
    saidIn: readonly string[] = [],
  ): Promise<Forgotten> {
    const words = askedWords(text).flatMap((word) => this.index.matcher(word) ?? []);
    if (words.length === 0) return Promise.resolve(NOTHING);
    return this.within(manager, async (transaction) => {
      const now = await this.forgotten.lock(transaction, owner);
      if (!now) return NOTHING;
      const all = await this.rows.find({ sql: OWNED_SQL, values: [now.characterId, now.contactId] }, transaction);
      const told: { id: string }[] = await transaction.query(TOLD_SQL, [saidIn]);
      const toldThere = new Set(told.map(({ id }) => id));
      const ids = matchingMemories(all, words, ({ id }) => toldThere.has(id)).map(({ id }) => id);
      return ids.length === 0 ? NOTHING : this.forgotten.remove(transaction, now, ids);
    });
  }

  /** Everything; what was said until then (default: now) is never taken in again. */
  forgetAll(owner: MemoryOwner, until = this.clock.now(), manager?: EntityManager): Promise<Forgotten> {
    return this.within(manager, (transaction) => this.forgotten.removeAll(transaction, owner, until));
  }

  /** Everything that any character knows of the contact, for an erasure. Answers how many memories it were. */
  removeOf(contactId: string, manager?: EntityManager): Promise<number> {
    return this.within(manager, (transaction) => this.forgotten.erase(transaction, contactId));
  }

  private within<T>(manager: EntityManager | undefined, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return manager ? work(manager) : this.transactions.run(work);
  }
}

const TOLD_SQL = 'SELECT DISTINCT memory_id AS id FROM memory_sources WHERE message_id = ANY($1::uuid[])';

const OWNED_SQL = 'WHERE character_id = $1 AND contact_id = $2 ORDER BY id';
