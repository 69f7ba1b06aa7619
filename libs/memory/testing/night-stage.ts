import { Transactions } from '#database';
import { newId } from '#kernel';

import type { MemoryOperation } from '../src/facts/memory-operation.js';
import { MemoryFacts } from '../src/facts/memory-facts.service.js';
import { SummaryList } from '../src/facts/summary-list.js';
import { Night } from '../src/reflection/night.service.js';
import type { TalkStage, Talk } from './talk-stage.js';

const NEVER = new AbortController().signal;

/** People of whom things are known, and nights. */
export class NightStage {
  private phones = 34633000000;

  constructor(readonly stage: TalkStage) {}

  async person(): Promise<Talk> {
    this.phones += 1;
    return this.stage.talk(String(this.phones), [{ text: 'Hello', at: new Date() }]);
  }

  async know(
    { owner, chatId }: Talk,
    operations: readonly Partial<MemoryOperation>[],
    groupId: string | null = null,
  ): Promise<void> {
    const write = { ...owner, groupId, chatId, origin: 'said' as const };
    const all = operations.map(newOperation);
    await this.stage.part(Transactions).run((manager) => this.stage.part(MemoryFacts).apply(manager, write, all));
  }

  /** One night. */
  run(signal = NEVER) {
    return this.stage.part(Night).run({ signal, progress: () => Promise.resolve() });
  }

  async facts({ owner }: Talk): Promise<string[]> {
    const facts = await this.stage.part(MemoryFacts).candidates({ ...owner, groupId: null });
    return facts.map(({ text }) => text).sort();
  }

  profile({ owner }: Talk): Promise<string | null> {
    return this.stage.part(SummaryList).profile(owner);
  }
}

function newOperation(operation: Partial<MemoryOperation>): MemoryOperation {
  return {
    ...{
      kind: 'add',
      text: '',
      category: 'personal',
      confidence: 0.9,
      importance: 5,
      validFrom: null,
      validUntil: null,
    },
    ...{ messageIds: [newId()], saidAt: new Date(), instructionLike: false },
    ...operation,
  };
}
