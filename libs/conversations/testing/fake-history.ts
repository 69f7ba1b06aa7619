import type { HistoricMessage } from '#messaging';

import type { HistoryDoor } from '../src/import/import-chat.js';

/** The store of record in memory, with the same rule: one message per chat and external id. */
export class FakeHistory implements HistoryDoor {
  readonly messages: HistoricMessage[] = [];
  private readonly known = new Set<string>();

  openChat(
    _accountId: string,
    { externalId, name }: { externalId: string; name?: string },
  ): Promise<{ chatId: string }> {
    return Promise.resolve({ chatId: `chat of ${name ?? externalId}` });
  }

  write(chatId: string, messages: readonly HistoricMessage[]): Promise<{ inserted: number; known: number }> {
    const fresh = messages.filter(({ externalId }) => !this.known.has(`${chatId} ${externalId}`));
    for (const message of fresh) {
      this.known.add(`${chatId} ${message.externalId}`);
      this.messages.push(message);
    }
    return Promise.resolve({ inserted: fresh.length, known: messages.length - fresh.length });
  }
}
