import { useCallback, useEffect, useState } from 'react';

import type { Conversation, ConversationQuery, NewConversation } from '../api/secretary-client.js';
import { useSecretary } from './secretary-context.js';

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

/** The person's conversations, the one that was talked in last first. Told changes of joined ones are loaded. */
export function useConversations({ status }: Pick<ConversationQuery, 'status'> = {}): ConversationList {
  const client = useSecretary();
  const [page, setPage] = useState<{ readonly list: readonly Conversation[]; readonly cursor: string | null }>(NONE);
  const [isLoading, setLoading] = useState(true);
  const [error, setError] = useState<Error | null>(null);

  const load = useCallback(
    async (cursor: string | null) => {
      setLoading(true);
      try {
        const query = { ...(status && { status }), ...(cursor !== null && { cursor }) };
        const { conversations, nextCursor } = await client.conversations(query);
        setPage(({ list }) => ({ list: merged(cursor === null ? [] : list, conversations), cursor: nextCursor }));
        setError(null);
      } catch (reason) {
        setError(reason as Error);
      } finally {
        setLoading(false);
      }
    },
    [client, status],
  );
  const reload = useCallback(() => void load(null), [load]);

  useEffect(() => {
    reload();
    return client.socket.on('conversation:updated', reload);
  }, [client, reload]);

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

const NONE = { list: [], cursor: null };

function merged(known: readonly Conversation[], more: readonly Conversation[]): readonly Conversation[] {
  const ids = new Set(more.map(({ id }) => id));
  return [...known.filter(({ id }) => !ids.has(id)), ...more];
}
