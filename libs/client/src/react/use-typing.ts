import { useCallback, useEffect, useRef, useState } from 'react';

import { useSecretary } from './secretary-context.js';

/** A `typing:start` holds for TYPING_TIMEOUT (3 s) on the server: it is renewed before that. */
const RENEW_MS = 2_000;
/** Who has said nothing for so long has ceased to type. */
const HOLD_MS = 6_000;

export interface Typing {
  /** Ids of the people who type in this conversation, the character apart (null stands for it). */
  readonly typing: readonly (string | null)[];
  readonly isTyping: boolean;
  /** To be called at each key. */
  readonly startTyping: () => void;
  readonly stopTyping: () => void;
}

/** Who types in a conversation, and a way to say that one does. The conversation must be joined: `useChat` does that. */
export function useTyping(conversationId: string): Typing {
  const client = useSecretary();
  const [typing, setTyping] = useState<readonly (string | null)[]>([]);
  const startedAt = useRef(0);

  useEffect(() => {
    const timers = new Map<string | null, ReturnType<typeof setTimeout>>();
    const drop = (who: string | null): void => setTyping((all) => all.filter((one) => one !== who));
    const end = client.socket.on('typing:indicator', ({ conversationId: where, userId, isTyping, senderType }) => {
      if (where !== conversationId) return;
      const who = senderType === 'character' ? null : userId;
      clearTimeout(timers.get(who));
      if (!isTyping) {
        drop(who);
        return;
      }
      setTyping((all) => (all.includes(who) ? all : [...all, who]));
      timers.set(who, setTimeout(drop, HOLD_MS, who));
    });
    return () => {
      end();
      for (const timer of timers.values()) clearTimeout(timer);
      setTyping([]);
    };
  }, [client, conversationId]);

  const startTyping = useCallback(() => {
    if (Date.now() - startedAt.current < RENEW_MS) return;
    startedAt.current = Date.now();
    client.socket.typing(conversationId, true);
  }, [client, conversationId]);
  const stopTyping = useCallback(() => {
    if (startedAt.current === 0) return;
    startedAt.current = 0;
    client.socket.typing(conversationId, false);
  }, [client, conversationId]);
  return { typing, isTyping: typing.length > 0, startTyping, stopTyping };
}
