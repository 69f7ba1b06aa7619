import { useEffect, useRef } from 'react';

import { useSecretary } from './secretary-context.js';

type Leave = () => void;

/** Joins the conversations for as long as they are named. One that cannot be joined is left out. */
export function useJoined(conversationIds: readonly string[]): void {
  const { socket } = useSecretary();
  const joined = useRef(new Map<string, Promise<Leave>>());

  useEffect(() => {
    for (const id of conversationIds) {
      if (!joined.current.has(id))
        joined.current.set(
          id,
          socket.join(id).catch(() => NOTHING),
        );
    }
    for (const id of joined.current.keys()) if (!conversationIds.includes(id)) leave(joined.current, id);
  }, [socket, conversationIds.join()]);

  useEffect(() => {
    const all = joined.current;
    return () => [...all.keys()].forEach((id) => leave(all, id));
  }, [socket]);
}

const NOTHING: Leave = () => undefined;

function leave(joined: Map<string, Promise<Leave>>, id: string): void {
  void joined.get(id)?.then((end) => end());
  joined.delete(id);
}
