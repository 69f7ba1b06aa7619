import { useCallback, useState, useSyncExternalStore } from 'react';

import type { ChatMessage } from '../session/chat-message.js';
import { useChatSession } from './use-chat-session.js';

export interface ChatControls {
  /** In the order of time, with those that are still on their way. */
  readonly messages: readonly ChatMessage[];
  /** What the character has written of its answer so far; null when it writes nothing, or nothing that may be shown yet. */
  readonly writing: string | null;
  readonly isTyping: boolean;
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  /** What went wrong last. */
  readonly error: Error | null;
  readonly sendMessage: (content: string) => void;
  /** Sends once more what has failed. */
  readonly retry: (message: ChatMessage) => void;
  readonly loadMore: () => void;
  readonly markRead: () => void;
  /** To be called at each key. */
  readonly setTyping: (isTyping: boolean) => void;
}

/** One conversation: what was said, what is being written, and what one can do. */
export function useChat(conversationId: string): ChatControls {
  const { session, error, isLoading } = useChatSession(conversationId);
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
    error: error ?? failure,
    sendMessage: useCallback((content) => attempt(() => session.send(content)), [attempt, session]),
    retry: useCallback(
      ({ content, clientId }) => attempt(() => session.send(content, clientId ?? undefined)),
      [attempt, session],
    ),
    loadMore: useCallback(() => attempt(() => session.loadMore()), [attempt, session]),
    markRead: useCallback(() => attempt(() => session.markRead()), [attempt, session]),
    setTyping: useCallback((isTyping) => session.typing(isTyping), [session]),
  };
}
