import { newIncomingMessage } from '#testing';
import type { ChatSummary, HistoryMessage, HistoryPage, HistoryQuery } from '#whatsapp';

/** What a phone has: whole chats, to be read page by page as a port gives them. */
export class ScriptedPhone {
  private readonly chats = new Map<string, HistoryMessage[]>();
  /** Every page that was read, in order. */
  readonly read: HistoryQuery[] = [];
  /** Told of each page before it is given. */
  onRead: (query: HistoryQuery) => Promise<void> = () => Promise.resolve();

  /** Puts a message into its chat. Answers it as it is there. */
  put(message: Parameters<typeof newIncomingMessage>[0] & Partial<HistoryMessage>): HistoryMessage {
    const put: HistoryMessage = {
      revoked: false,
      ...newIncomingMessage(message),
      ...message,
    };
    const chat = this.chats.get(put.chat.id) ?? [];
    this.chats.set(put.chat.id, [...chat.filter(({ id }) => id !== put.id), put]);
    return put;
  }

  readonly history = async (query: HistoryQuery): Promise<HistoryPage> => {
    this.read.push(query);
    await this.onRead(query);
    const { chatId, before, after, limit } = query;
    const all = (this.chats.get(chatId) ?? [])
      .filter(({ sentAt }) => !after || sentAt >= after)
      .toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime() || (a.id < b.id ? -1 : 1));
    const end = before === undefined ? all.length : all.findIndex(({ id }) => id === before);
    const messages = all.slice(Math.max(0, end - limit), end);
    return { messages, next: end > limit ? (messages[0]?.id ?? null) : null };
  };

  readonly list = (): Promise<readonly ChatSummary[]> =>
    Promise.resolve(
      [...this.chats].map(([id, messages]) => ({
        id,
        kind: messages[0]?.chat.kind ?? 'direct',
        lastAt: messages.at(-1)?.sentAt,
      })),
    );
}
