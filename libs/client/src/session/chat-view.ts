import type { CharacterResponse, Message, MessagesRead, SentAck, TypingIndicator } from '../socket/chat-events.js';
import type { ChatMessage } from './chat-message.js';
import { writtenOn, type WritingReply } from './writing-reply.js';

/** What there is to see of a conversation. */
export interface ChatView {
  /** In the order of time; at the end those that are on their way. */
  readonly messages: readonly ChatMessage[];
  /** The answer that is being written, as far as it is. */
  readonly writing: WritingReply | null;
  /** The character types: said so, or seen writing. */
  readonly isTyping: boolean;
  /** Older messages can be loaded. */
  readonly hasMore: boolean;
}

/** What happens to a conversation, over the socket, by REST and on this page. */
export type ChatChange =
  | { readonly kind: 'received'; readonly messages: readonly Message[]; readonly hasMore?: boolean }
  /** The newest page, newest first. */
  | { readonly kind: 'loaded'; readonly messages: readonly Message[]; readonly hasMore: boolean }
  | { readonly kind: 'sending'; readonly message: ChatMessage }
  | { readonly kind: 'stored'; readonly sent: SentAck }
  | { readonly kind: 'failed'; readonly clientId: string; readonly failure: Error }
  /** What has failed is given up. */
  | { readonly kind: 'discarded'; readonly clientId: string }
  | { readonly kind: 'deleted'; readonly messageId: string }
  | { readonly kind: 'read'; readonly read: MessagesRead }
  | { readonly kind: 'typing'; readonly typing: TypingIndicator }
  | { readonly kind: 'written'; readonly piece: CharacterResponse }
  | { readonly kind: 'quiet' };

export const EMPTY_VIEW: ChatView = { messages: [], writing: null, isTyping: false, hasMore: false };

/** The view after a change. A change that comes twice, or late, changes nothing. */
export function changed(view: ChatView, change: ChatChange): ChatView {
  switch (change.kind) {
    case 'received':
      return received(view, change);
    case 'loaded':
      return received({ ...view, messages: newerThan(view.messages, change.messages[0]) }, change);
    case 'sending':
      return { ...view, messages: [...withoutClientId(view.messages, change.message.clientId), change.message] };
    case 'stored':
      return { ...view, messages: view.messages.map((message) => stored(message, change.sent)).sort(byPlace) };
    case 'failed':
      return {
        ...view,
        messages: view.messages.map((message) =>
          message.clientId === change.clientId && message.status === 'sending'
            ? { ...message, status: 'failed', failure: change.failure }
            : message,
        ),
      };
    case 'discarded':
      return { ...view, messages: withoutFailed(view.messages, change.clientId) };
    case 'deleted':
      return { ...view, messages: view.messages.filter(({ id }) => id !== change.messageId) };
    case 'read':
      return read(view, change.read);
    case 'typing':
      return change.typing.senderType === 'character' ? { ...view, isTyping: change.typing.isTyping } : view;
    case 'written':
      return written(view, change.piece);
    case 'quiet':
      return { ...view, writing: null, isTyping: false };
  }
}

function received(
  view: ChatView,
  { messages, hasMore = view.hasMore }: { readonly messages: readonly Message[]; readonly hasMore?: boolean },
): ChatView {
  const ids = new Set(messages.map(({ id }) => id));
  const clientIds = new Set(messages.flatMap(({ clientId }) => clientId ?? []));
  const isNew = (message: ChatMessage): boolean =>
    !ids.has(message.id) && !(isOnItsWay(message) && clientIds.has(message.clientId ?? ''));
  const all = [...view.messages.filter(isNew), ...messages];
  const answered = messages.some(({ responseId }) => responseId && responseId === view.writing?.responseId);
  const writing = answered ? null : view.writing;
  const known = new Set(view.messages.map(({ id }) => id));
  const hasSpoken = messages.some(({ id, senderType }) => senderType === 'character' && !known.has(id));
  return { messages: all.sort(byPlace), writing, isTyping: view.isTyping && (writing !== null || !hasSpoken), hasMore };
}

/** What stays beside the newest page: what came since. What is older may be gone, and between it and the page there may be a gap. */
function newerThan(messages: readonly ChatMessage[], newest: Message | undefined): readonly ChatMessage[] {
  return messages.filter((message) => isOnItsWay(message) || (newest !== undefined && byPlace(message, newest) > 0));
}

function stored(message: ChatMessage, { id, clientId, createdAt, status }: SentAck): ChatMessage {
  return isOnItsWay(message) && message.clientId === clientId ? { ...message, id, createdAt, status } : message;
}

function read(view: ChatView, { messageIds, readAt }: MessagesRead): ChatView {
  const ids = new Set(messageIds);
  return {
    ...view,
    messages: view.messages.map((message) => (ids.has(message.id) ? { ...message, status: 'read', readAt } : message)),
  };
}

function written(view: ChatView, piece: CharacterResponse): ChatView {
  // Its message is here: what still comes of it is late.
  if (view.messages.some(({ responseId }) => responseId === piece.responseId)) return view;
  const writing = writtenOn(view.writing, piece);
  return { ...view, writing, isTyping: writing !== null };
}

function isOnItsWay({ status }: ChatMessage): boolean {
  return status === 'sending' || status === 'failed';
}

/** In the order of time, and behind all others those that have no place yet. */
function byPlace(one: ChatMessage, other: ChatMessage): number {
  if (isOnItsWay(one) || isOnItsWay(other)) return Number(isOnItsWay(one)) - Number(isOnItsWay(other));
  const difference = Date.parse(one.createdAt) - Date.parse(other.createdAt);
  // Ids of a millisecond are in the order in which they were made.
  return difference || (one.id < other.id ? -1 : 1);
}

function withoutClientId(messages: readonly ChatMessage[], clientId: string | null | undefined): ChatMessage[] {
  return messages.filter((message) => !isOnItsWay(message) || message.clientId !== clientId);
}

function withoutFailed(messages: readonly ChatMessage[], clientId: string): ChatMessage[] {
  return messages.filter((message) => message.status !== 'failed' || message.clientId !== clientId);
}
