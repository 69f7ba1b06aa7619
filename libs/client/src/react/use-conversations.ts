import { useCallback, useEffect, useRef, useState } from 'react';

import type { Conversation, ConversationQuery, NewConversation } from '../api/secretary-client.js';
import { useSecretary } from './secretary-context.js';
import { useJoined } from './use-joined.js';

export interface ConversationList {
  readonly conversations: readonly Conversation[];
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly error: Error | null;
  /** @throws ChatError */
  readonly create: (conversation: NewConversation) => Promise<Conversation>;
  /** @throws ChatError */
  readonly archive: (id: string) => Promise<void>;
  /** For good. @throws ChatError */
  readonly remove: (id: string) => Promise<void>;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** The person's conversations, the one that was talked in last first. They are joined, and loaded again when one of them changes. */
export function useConversations({ status }: Pick<ConversationQuery, 'status'> = {}): ConversationList {
  const client = useSecretary();
  const [page, setPage] = useState<{ readonly list: readonly Conversation[]; readonly cursor: string | null }>(NONE);
  const [isLoading, setLoading] = useState(true);
  const [error, setError] = useState<Error | null>(null);

  const loads = useRef(0);

  const load = useCallback(
    async (cursor: string | null) => {
      // Answers may overtake each other: that to the last question counts.
      const turn = (loads.current += 1);
      const isLast = (): boolean => turn === loads.current;
      setLoading(true);
      try {
        const query = { ...(status && { status }), ...(cursor !== null && { cursor }) };
        const { conversations, nextCursor } = await client.conversations(query);
        if (!isLast()) return;
        setPage(({ list }) => ({ list: merged(cursor === null ? [] : list, conversations), cursor: nextCursor }));
        setError(null);
      } catch (reason) {
        if (isLast()) setError(reason as Error);
      } finally {
        if (isLast()) setLoading(false);
      }
    },
    [client, status],
  );
  const reload = useCallback(() => void load(null), [load]);

  useEffect(() => {
    reload();
    const ends = CHANGES.map((event) => client.socket.on(event, reload));
    return () => ends.forEach((end) => end());
  }, [client, reload]);
  useJoined(page.list.map(({ id }) => id));

  return {
    conversations: page.list,
    isLoading,
    hasMore: page.cursor !== null,
    error,
    create: useCallback(
      async (conversation) => {
        const created = await client.createConversation(conversation);
        reload();
        return created;
      },
      [client, reload],
    ),
    archive: useCallback((id) => client.archiveConversation(id).then(reload), [client, reload]),
    remove: useCallback((id) => client.deleteConversation(id).then(reload), [client, reload]),
    loadMore: useCallback(() => void (page.cursor !== null && load(page.cursor)), [load, page.cursor]),
    reload,
  };
}

/** What changes the list, or the order in it. */
const CHANGES = ['conversation:updated', 'message:received'] as const;

const NONE = { list: [], cursor: null };

function merged(known: readonly Conversation[], more: readonly Conversation[]): readonly Conversation[] {
  const ids = new Set(more.map(({ id }) => id));
  return [...known.filter(({ id }) => !ids.has(id)), ...more];
}
