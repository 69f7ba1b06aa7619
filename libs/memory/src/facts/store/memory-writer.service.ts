import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { MemoryConfig } from '#config';
import { Clock, cleanText, newId } from '#kernel';
import { BlindIndex } from '#security';

import { applyOperation } from '../lifecycle/apply-operation.js';
import { isOpen, type KnownMemory, type LifecycleContext, type ReadOperation } from '../lifecycle/known-memory.js';
import { withoutDoubles } from '../lifecycle/without-doubles.js';
import type { MemoryOperation, MemoryOutcome, MemoryWrite } from '../memory-operation.js';
import { MemoryRevision } from '../memory-revision.service.js';
import type { MemoryScope } from '../memory-scope.js';
import { MemoryRows } from './memory-rows.service.js';
import { MEMORY_TEXT_LENGTH } from './memory-text.js';

interface ReadText {
  readonly operation: ReadOperation;
  readonly text: string;
}

/** What becomes of the memories of one scope, under the lock of their owner. */
export type Decision = (
  known: readonly KnownMemory[],
  context: Omit<LifecycleContext, 'origin'>,
) => readonly KnownMemory[];

/** Brings operations to the stored memories, in the caller's transaction. */
@Injectable()
export class MemoryWriter {
  constructor(
    private readonly rows: MemoryRows,
    private readonly revision: MemoryRevision,
    private readonly index: BlindIndex,
    private readonly clock: Clock,
    private readonly config: MemoryConfig,
  ) {}

  async apply(
    manager: EntityManager,
    write: MemoryWrite,
    operations: readonly MemoryOperation[],
  ): Promise<MemoryOutcome> {
    const change = operations.length > 0 ? await this.revision.advance(manager, write) : undefined;
    if (!change) return outcomeOf([], []);
    const scope = { ...write, contactId: change.contactId };
    const asked =
      write.origin === 'manual'
        ? operations
        : operations.filter(({ saidAt }) => !change.forgottenUntil || saidAt > change.forgottenUntil);
    const read = this.read(await withoutForgotten(manager, scope, asked));
    const before = await this.rows.known(manager, scope, concernedBy(read.map(({ operation }) => operation)));
    const memories = new Map(before.map((memory) => [memory.id, memory]));
    const texts = new Map<string, string>();
    for (const { operation, text } of read) {
      const context = { ...this.context(), origin: write.origin };
      texts.set(context.newId, text);
      for (const memory of applyOperation([...memories.values()], operation, context)) memories.set(memory.id, memory);
    }
    return this.keep(manager, { scope, chatId: write.chatId }, before, [...memories.values()], texts);
  }

  /** Lets code decide about memories of one scope: those that are named, and those of the same topics and wordings. `texts` are of new ones. */
  async decide(
    manager: EntityManager,
    scope: MemoryScope,
    ids: readonly string[],
    decide: Decision,
    texts: ReadonlyMap<string, string> = new Map(),
  ): Promise<MemoryOutcome> {
    const named = await this.rows.known(manager, scope, { ids, wordings: [], topics: [] });
    const before = await this.rows.known(manager, scope, {
      ids: [...ids, ...named.flatMap(({ replacesId }) => replacesId ?? [])],
      wordings: [],
      topics: named.flatMap(({ topic }) => topic ?? []),
    });
    const memories = new Map(before.map((memory) => [memory.id, memory]));
    for (const memory of decide(before, this.context())) memories.set(memory.id, memory);
    return this.keep(manager, { scope, chatId: null }, before, [...memories.values()], texts);
  }

  /** A text as the lifecycle tells it from others. */
  wordingOf(text: string): string {
    return this.index.fingerprint(text);
  }

  /** The memory of these words that is not closed. */
  async openWith(manager: EntityManager, scope: MemoryScope, text: string): Promise<string | undefined> {
    const known = await this.rows.known(manager, scope, { ids: [], wordings: [this.wordingOf(text)], topics: [] });
    return known.find(isOpen)?.id;
  }

  private context(): Omit<LifecycleContext, 'origin'> {
    return { now: this.clock.now(), threshold: this.config.threshold, newId: newId() };
  }

  private read(operations: readonly MemoryOperation[]): readonly ReadText[] {
    const read = operations.flatMap(({ text: asked, key, ...operation }) => {
      const text = cleanText(asked).trim().slice(0, MEMORY_TEXT_LENGTH).toWellFormed();
      if (text === '' && operation.kind !== 'close') return [];
      const topic = key?.trim() ? this.index.fingerprint(key) : null;
      return [{ text, operation: { ...operation, wording: this.wordingOf(text), topic } }];
    });
    const kept = new Set(withoutDoubles(read.map(({ operation }) => operation)));
    return read.filter(({ operation }) => kept.has(operation));
  }

  private async keep(
    manager: EntityManager,
    { scope, chatId }: { readonly scope: MemoryScope; readonly chatId: string | null },
    before: readonly KnownMemory[],
    after: readonly KnownMemory[],
    texts: ReadonlyMap<string, string>,
  ): Promise<MemoryOutcome> {
    const changed = after.filter((memory) => !before.includes(memory)).toSorted(closedFirst);
    const known = new Set(before.map(({ id }) => id));
    for (const memory of changed) {
      if (known.has(memory.id)) await this.rows.update(manager, memory);
      else await this.rows.insert(manager, scope, memory, texts.get(memory.id) ?? '');
      if (chatId !== null) await this.rows.addSources(manager, memory, chatId);
    }
    return outcomeOf(before, changed);
  }
}

/** What may only be true once is free before it is taken. */
function closedFirst(one: KnownMemory, other: KnownMemory): number {
  return Number(one.status !== 'closed') - Number(other.status !== 'closed');
}

function concernedBy(operations: readonly ReadOperation[]): { ids: string[]; wordings: string[]; topics: string[] } {
  return {
    ids: operations.flatMap(({ target }) => target ?? []),
    wordings: operations.map(({ wording }) => wording),
    topics: operations.flatMap(({ topic }) => topic ?? []),
  };
}

/** Without messages of which something was forgotten; what was said in no others is left out. */
async function withoutForgotten(
  manager: EntityManager,
  { characterId, contactId }: MemoryScope,
  operations: readonly MemoryOperation[],
): Promise<readonly MemoryOperation[]> {
  const asked = operations.flatMap(({ messageIds }) => messageIds);
  if (asked.length === 0) return operations;
  const rows = await manager.query<{ message_id: string }[]>(
    'SELECT message_id FROM memory_forgotten WHERE contact_id = $1 AND character_id = $2 AND message_id = ANY($3)',
    [contactId, characterId, asked],
  );
  const forgotten = new Set(rows.map((row) => row.message_id));
  return operations.flatMap((operation) => {
    const messageIds = operation.messageIds.filter((id) => !forgotten.has(id));
    return messageIds.length === 0 && operation.messageIds.length > 0 ? [] : [{ ...operation, messageIds }];
  });
}

function outcomeOf(before: readonly KnownMemory[], changed: readonly KnownMemory[]): MemoryOutcome {
  const earlier = new Map(before.map((memory) => [memory.id, memory]));
  const ids = (is: (memory: KnownMemory, was: KnownMemory | undefined) => boolean) =>
    changed.filter((memory) => is(memory, earlier.get(memory.id))).map(({ id }) => id);
  return {
    added: ids((_, was) => was === undefined),
    reinforced: ids((memory, was) => was !== undefined && memory.reinforcementCount > was.reinforcementCount),
    closed: ids((memory, was) => was !== undefined && was.status !== 'closed' && memory.status === 'closed'),
  };
}
