import type { AccountMemory, MessageRef } from '../src/port/account-memory.js';
import type { IncomingMessage } from '../src/port/incoming-message.js';

/** Remembers what listeners took, as the store of record does. */
export class TestMemory implements AccountMemory {
  readonly since = new Date();
  private readonly taken = new Set<string>();
  private readonly newest = new Map<string, Date>();

  take({ id, chat, sender, sentAt }: IncomingMessage): void {
    const participant = chat.kind === 'group' ? sender.id : '';
    this.taken.add(keyOf({ chatId: chat.id, id, participant }));
    const before = this.newest.get(chat.id);
    if (!before || before < sentAt) this.newest.set(chat.id, sentAt);
  }

  newestIn(chatIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    return Promise.resolve(new Map([...this.newest].filter(([chatId]) => chatIds.includes(chatId))));
  }

  unknownOf<T extends MessageRef>(messages: readonly T[]): Promise<readonly T[]> {
    return Promise.resolve(messages.filter((message) => !this.taken.has(keyOf(message))));
  }
}

function keyOf({ chatId, id, participant }: MessageRef): string {
  return `${chatId} ${id} ${participant}`;
}
