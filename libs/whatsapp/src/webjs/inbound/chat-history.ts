import { chatKindOf } from '../../port/chat-kind.js';
import type { ChatSummary, HistoryMessage, HistoryPage, HistoryQuery } from '../../port/history.js';
import type { PageCalls } from '../client/page-calls.js';
import { listChats } from '../page/list-chats.js';
import { readHistoryPage, type RawHistoryPage } from '../page/read-history-page.js';
import { ackOf } from './ack-of.js';
import { isCaughtUp } from './is-caught-up.js';
import type { MessageFeed } from './message-feed.js';
import type { RawMessage } from './raw-message.js';

const HISTORY_MS = 60_000;

/** Reads what the page has of its chats. */
export class ChatHistory {
  constructor(
    private readonly page: PageCalls,
    private readonly feed: MessageFeed,
  ) {}

  async read({ chatId, before, after, limit }: HistoryQuery): Promise<HistoryPage> {
    const { messages, next } = await this.page.callWithin(HISTORY_MS, readHistoryPage, {
      chatId,
      before: before === undefined ? null : (JSON.parse(before) as RawHistoryPage['next']),
      from: after === undefined ? 0 : Math.ceil(after.getTime() / 1_000),
      limit,
    });
    const raws = (messages as readonly RawMessage[]).filter(isCaughtUp);
    return {
      messages: await Promise.all(raws.map((raw) => this.messageOf(raw))),
      next: next && JSON.stringify(next),
    };
  }

  async chats(): Promise<ChatSummary[]> {
    const chats = await this.page.call(listChats);
    return chats.map(({ id, otherId, t, title }) => ({
      ...{ id, kind: chatKindOf(id) },
      ...(otherId !== undefined && { otherId }),
      ...(title && { name: title }),
      ...(t && { lastAt: new Date(t * 1_000) }),
    }));
  }

  private async messageOf(raw: RawMessage): Promise<HistoryMessage> {
    const revoked = raw.type === 'revoked';
    const editedAt = editedAtOf(raw);
    return {
      ...(await this.feed.incoming(raw, false)),
      revoked,
      ...(editedAt && !revoked && { editedAt }),
      ...(raw.id.fromMe && { ack: ackOf(raw.ack) }),
    };
  }
}

/** An edit whose time the page has lost counts from when the message was sent. */
function editedAtOf({ latestEditMsgKey, latestEditSenderTimestampMs, t }: RawMessage): Date | undefined {
  if (typeof latestEditSenderTimestampMs === 'number') return new Date(latestEditSenderTimestampMs);
  return latestEditMsgKey ? new Date(t * 1_000) : undefined;
}
