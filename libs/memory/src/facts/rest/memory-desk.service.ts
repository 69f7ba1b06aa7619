import { isDeepStrictEqual } from 'node:util';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock, cleanText } from '#kernel';

import { approve } from '../lifecycle/apply-operation.js';
import { closeMemory } from '../lifecycle/close-memory.js';
import { editMemory, type MemoryEdit } from '../lifecycle/edit-memory.js';
import type { KnownMemory } from '../lifecycle/known-memory.js';
import type { MemoryFact } from '../memory-fact.js';
import type { MemoryOperation } from '../memory-operation.js';
import { MemoryRevision } from '../memory-revision.service.js';
import type { MemoryOwner, MemoryScope } from '../memory-scope.js';
import { MemoryWriter, type Decision } from '../store/memory-writer.service.js';
import { MemoryLists } from './memory-lists.service.js';
import { emptyFact, memoryClosed, memoryInUse, userNotFound, wrongTimes } from './memory.errors.js';

/** What the operator writes down of a person. */
export type WrittenMemory = Pick<
  MemoryOperation,
  'text' | 'category' | 'key' | 'single' | 'confidence' | 'importance' | 'validFrom' | 'validUntil'
>;

/** What the operator may change of a memory. What is undefined stays. */
export type ChangedMemory = Partial<Omit<WrittenMemory, 'key' | 'single'>>;

/** What the operator does with memories. */
@Injectable()
export class MemoryDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly writer: MemoryWriter,
    private readonly revision: MemoryRevision,
    private readonly lists: MemoryLists,
    private readonly clock: Clock,
  ) {}

  /** What is known in the same words is not added twice. Throws `memory.empty`, `memory.wrong-times`. */
  async add(owner: MemoryOwner, memory: WrittenMemory): Promise<MemoryFact> {
    checked(memory);
    const said = { messageIds: [], saidAt: this.clock.now(), instructionLike: false };
    const scope = { ...owner, groupId: null };
    const id = await this.transactions.run(async (manager) => {
      const write = { ...scope, chatId: null, origin: 'manual' as const };
      const { added } = await this.writer.apply(manager, write, [{ kind: 'add', ...memory, ...said }]);
      return added[0] ?? (await this.writer.openWith(manager, scope, memory.text));
    });
    if (id === undefined) throw userNotFound();
    return this.lists.one(owner, id);
  }

  /** Makes a new version; the old one is closed. Throws `memory.not-found`, `memory.closed`, `memory.empty`, `memory.wrong-times`. */
  async edit(owner: MemoryOwner, memoryId: string, change: ChangedMemory): Promise<MemoryFact> {
    const before = await this.lists.one(owner, memoryId);
    const {
      text: written,
      category,
      confidence,
      importance,
      validFrom,
      validUntil,
    } = { ...before, ...withoutUndefined(change) };
    const text = cleanText(written).trim();
    checked({ text, validFrom, validUntil });
    const edit = { text, category, confidence, importance, validFrom, validUntil };
    if (isDeepStrictEqual(edit, pick(before))) return before;
    const changed: MemoryEdit = {
      wording: this.writer.wordingOf(text),
      category,
      confidence,
      importance,
      validFrom,
      validUntil,
    };
    const texts = new Map<string, string>();
    const newest = await this.locked(before, async (manager) => {
      const outcome = await this.decide(manager, before, texts, (memory, _, context) => {
        if (memory.status === 'closed') throw memoryClosed();
        texts.set(context.newId, text);
        return editMemory(memory, changed, context);
      });
      const [id] = outcome.added;
      if (id !== undefined) await manager.query(COPY_SOURCES_SQL, [id, before.id]);
      return id ?? before.id;
    });
    return this.lists.one(owner, newest);
  }

  /** Lets a memory that waits be used. Throws `memory.not-found`, `memory.closed`. */
  async approve(owner: MemoryOwner, memoryId: string): Promise<MemoryFact> {
    const before = await this.lists.one(owner, memoryId);
    await this.locked(before, (manager) =>
      this.decide(manager, before, new Map(), (memory, known, context) => {
        if (memory.status === 'closed') throw memoryClosed();
        return approve(memory, known, context);
      }),
    );
    return this.lists.one(owner, memoryId);
  }

  /** Closes a memory that waits; the same words do not come up again. Throws `memory.not-found`, `memory.closed`, `memory.in-use`. */
  async reject(owner: MemoryOwner, memoryId: string): Promise<MemoryFact> {
    const before = await this.lists.one(owner, memoryId);
    await this.locked(before, (manager) =>
      this.decide(manager, before, new Map(), (memory, _, { now }) => {
        if (memory.reason === 'rejected') return [];
        if (memory.status === 'closed') throw memoryClosed();
        if (memory.status === 'active') throw memoryInUse();
        return [closeMemory(memory, 'rejected', null, now)];
      }),
    );
    return this.lists.one(owner, memoryId);
  }

  private locked<T>(owner: MemoryOwner, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.transactions.run(async (manager) => {
      await this.revision.advance(manager, owner);
      return work(manager);
    });
  }

  private decide(
    manager: EntityManager,
    { id, ...scope }: MemoryScope & { readonly id: string },
    texts: ReadonlyMap<string, string>,
    decide: (memory: KnownMemory, ...rest: Parameters<Decision>) => readonly KnownMemory[],
  ): ReturnType<MemoryWriter['decide']> {
    const about: Decision = (known, context) => {
      const memory = known.find((candidate) => candidate.id === id);
      return memory ? decide(memory, known, context) : [];
    };
    return this.writer.decide(manager, scope, [id], about, texts);
  }
}

const COPY_SOURCES_SQL = `
INSERT INTO memory_sources (memory_id, message_id, chat_id)
SELECT $1, message_id, chat_id FROM memory_sources WHERE memory_id = $2`;

function checked({ text, validFrom, validUntil }: Pick<WrittenMemory, 'text' | 'validFrom' | 'validUntil'>): void {
  if (cleanText(text).trim() === '') throw emptyFact();
  if (validFrom && validUntil && validUntil < validFrom) throw wrongTimes();
}

function pick({ text, category, confidence, importance, validFrom, validUntil }: MemoryFact): ChangedMemory {
  return { text, category, confidence, importance, validFrom, validUntil };
}

function withoutUndefined<T extends object>(change: T): T {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as T;
}
