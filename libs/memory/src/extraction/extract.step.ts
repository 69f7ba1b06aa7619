import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Logger } from '#telemetry';

import {
  AbsorptionStep,
  type AbsorbedStretch,
  type AbsorptionWrites,
  type WaitingStretch,
} from '../absorb/absorption-step.js';
import { memoryCommand } from '../commands/memory-command.js';
import type { MemoryFact } from '../facts/memory-fact.js';
import { MemoryFacts } from '../facts/memory-facts.service.js';
import type { MemoryOperation } from '../facts/memory-operation.js';
import type { MemoryScope } from '../facts/memory-scope.js';
import { ForgottenWords } from '../commands/forgotten-words.service.js';
import { Extractor } from './extractor.service.js';
import { toldMessages, type ShownMemory, type ToldMessage } from './told-stretch.js';

/** Most memories of one person that are shown beside what they said. */
const MOST_SHOWN = 15;
const ENOUGH = 6;
const IDLE_MS = 10 * 60_000;

/** Finds what is worth remembering in what people said. */
@Injectable()
export class ExtractStep extends AbsorptionStep {
  readonly name = 'extract';
  readonly batchSize = 40;

  constructor(
    private readonly facts: MemoryFacts,
    private readonly extractor: Extractor,
    private readonly forgotten: ForgottenWords,
    private readonly logger: Logger,
  ) {
    super();
  }

  isDue({ messages, fromContacts, idleMs }: WaitingStretch): boolean {
    return fromContacts >= ENOUGH || messages >= this.batchSize || (fromContacts > 0 && idleMs >= IDLE_MS);
  }

  async absorb(stretch: AbsorbedStretch, signal: AbortSignal): Promise<AbsorptionWrites> {
    // What is asked of the memory itself is not something to remember: it is done at once.
    const orders = stretch.messages.filter(({ author, text }) => author === 'contact' && memoryCommand(text) !== null);
    const messages = toldMessages(stretch, new Set(orders.map(({ id }) => id)));
    const people = [
      ...new Set(
        messages.flatMap(({ number, contactId }) => (number === null || contactId === null ? [] : [contactId])),
      ),
    ];
    if (people.length === 0) return () => Promise.resolve();
    const known = await Promise.all(people.map((contactId) => this.nearest(scopeOf(stretch, contactId), messages)));
    const memories: ShownMemory[] = known.flat().map((fact, index) => ({ number: index + 1, fact }));
    const { operations, rejected } = await this.extractor.extract({ messages, memories }, signal);
    if (rejected.length > 0)
      this.logger.debug(
        { chatId: stretch.chat.id, rejected: rejected.join(' ') },
        'proposed memories were turned down',
      );
    return (manager) => this.write(manager, stretch, operations);
  }

  private nearest(scope: MemoryScope, messages: readonly ToldMessage[]): Promise<readonly MemoryFact[]> {
    const said = messages.filter(({ number, contactId }) => number !== null && contactId === scope.contactId);
    return this.facts.nearest(
      scope,
      said.map(({ text }) => text),
      MOST_SHOWN,
    );
  }

  private async write(
    manager: EntityManager,
    stretch: AbsorbedStretch,
    operations: ReadonlyMap<string, readonly MemoryOperation[]>,
  ): Promise<void> {
    const cited = [...operations.values()].flat().flatMap(({ messageIds }) => messageIds);
    if (cited.length === 0) return;
    // Taken back while it was thought about.
    const revoked: { id: string }[] = await manager.query(
      'SELECT id FROM messages WHERE id = ANY($1::uuid[]) AND revoked_at IS NOT NULL',
      [cited],
    );
    const gone = new Set(revoked.map(({ id }) => id));
    for (const [contactId, all] of [...operations].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const scope = scopeOf(stretch, contactId);
      const said = all.filter(({ messageIds }) => !messageIds.some((id) => gone.has(id)));
      const kept = await this.forgotten.leaveOut(manager, scope, said);
      if (kept.length > 0) await this.facts.apply(manager, { ...scope, chatId: stretch.chat.id, origin: 'said' }, kept);
    }
  }
}

/** What was said in a group stays in that group. */
function scopeOf({ characterId, chat }: AbsorbedStretch, contactId: string): MemoryScope {
  return { characterId, contactId, groupId: chat.kind === 'group' ? chat.id : null };
}
