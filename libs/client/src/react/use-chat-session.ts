import { useEffect, useRef, useState } from 'react';

import type { ChatSession } from '../session/chat-session.js';
import { useSecretary } from './secretary-context.js';

export interface OpenSession {
  readonly session: ChatSession;
  readonly error: Error | null;
  readonly isLoading: boolean;
}

/** A session of the conversation for as long as the component is shown. */
export function useChatSession(conversationId: string): OpenSession {
  const client = useSecretary();
  const [session, setSession] = useState(() => client.session(conversationId));
  const [state, setState] = useState<{ readonly error: Error | null; readonly isLoading: boolean }>(LOADING);
  const used = useRef(false);

  useEffect(() => {
    // A session is opened once: after a change, and where React mounts twice, another takes its place.
    const current = used.current ? client.session(conversationId) : session;
    used.current = true;
    if (current !== session) setSession(current);
    setState(LOADING);
    let isShown = true;
    current.open().then(
      () => isShown && setState({ error: null, isLoading: false }),
      (error: Error) => isShown && setState({ error, isLoading: false }),
    );
    return () => {
      isShown = false;
      current.close();
    };
    // The session is this effect's own.
  }, [client, conversationId]);
  return { session, ...state };
}

const LOADING = { error: null, isLoading: true } as const;
