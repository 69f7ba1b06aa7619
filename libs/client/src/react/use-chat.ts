import { useCallback, useState, useSyncExternalStore } from 'react';

import type { ChatMessage } from '../session/chat-message.js';
import type { ChatStatus } from '../socket/chat-socket.js';
import { useSecretary } from './secretary-context.js';
import { useChatSession } from './use-chat-session.js';

export interface ChatControls {
  /** In the order of time, with those that are still on their way. */
  readonly messages: readonly ChatMessage[];
  /** What the character has written of its answer so far; null when it writes nothing, or nothing that may be shown yet. */
  readonly writing: string | null;
  readonly isTyping: boolean;
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  /** Whether what happens is heard. */
  readonly connection: ChatStatus;
  /** What went wrong last; `inPlainWords()` says it to visitors. What a message failed for is with the message. */
  readonly error: Error | null;
  readonly sendMessage: (content: string) => void;
  /** Sends once more what has failed. */
  readonly retry: (message: ChatMessage) => void;
  /** Takes away what has failed. */
  readonly discard: (message: ChatMessage) => void;
  readonly loadMore: () => void;
  readonly markRead: () => void;
  /** To be called at each key. */
  readonly setTyping: (isTyping: boolean) => void;
}

/** One conversation: what was said, what is being written, and what one can do. */
export function useChat(conversationId: string): ChatControls {
  const { session, error, isLoading } = useChatSession(conversationId);
  const { socket } = useSecretary();
  const connection = useSyncExternalStore(
    useCallback((listener) => socket.onStatus(listener), [socket]),
    () => socket.status,
    () => socket.status,
  );
  const view = useSyncExternalStore(session.subscribe, session.snapshot, session.snapshot);
  const [failure, setFailure] = useState<Error | null>(null);
  const attempt = useCallback((work: () => Promise<void>) => {
    setFailure(null);
    work().catch((reason: Error) => setFailure(reason));
  }, []);
  return {
    messages: view.messages,
    writing: view.writing?.text || null,
    isTyping: view.isTyping,
    hasMore: view.hasMore,
    isLoading,
    connection,
    error: error ?? failure,
    sendMessage: useCallback((content) => void session.send(content).catch(IS_SHOWN), [session]),
    retry: useCallback(
      ({ content, clientId }) => void session.send(content, clientId ?? undefined).catch(IS_SHOWN),
      [session],
    ),
    discard: useCallback(({ clientId }) => void (clientId && session.discard(clientId)), [session]),
    loadMore: useCallback(() => attempt(() => session.loadMore()), [attempt, session]),
    // Nothing that a reader could do about it.
    markRead: useCallback(() => void session.markRead().catch(() => undefined), [session]),
    setTyping: useCallback((isTyping) => session.typing(isTyping), [session]),
  };
}

/** What could not be sent is on the screen, and says why. */
const IS_SHOWN = (): void => undefined;
