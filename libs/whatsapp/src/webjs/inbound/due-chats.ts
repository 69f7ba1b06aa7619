import type { AccountMemory } from '../../port/account-memory.js';
import type { ChatSight } from '../page/list-chats.js';

/** Clocks differ, and messages overtake one another: so far back of the latest that we have, in ms. */
const OVERLAP_MS = 10 * 60_000;

export interface DueChat {
  readonly id: string;
  /** Seconds since 1970 from which on something may be missing. */
  readonly from: number;
}

/** The chats in which something happened that may be missing. One that we don't know is looked at from the account's beginning on. */
export async function dueChats(chats: readonly ChatSight[], memory: AccountMemory): Promise<DueChat[]> {
  const ids = chats.flatMap(({ id, otherId }) => (otherId ? [id, otherId] : [id]));
  const newest = await memory.newestIn([...new Set(ids)]);
  const since = Math.floor(memory.since.getTime() / 1_000);
  return chats.flatMap(({ id, otherId, t }) => {
    const known = [newest.get(id), otherId ? newest.get(otherId) : undefined].filter((at) => at !== undefined);
    const latest = Math.max(...known.map((at) => at.getTime()));
    const from = known.length > 0 ? Math.floor((latest - OVERLAP_MS) / 1_000) : since;
    return t === undefined || t >= from ? [{ id, from }] : [];
  });
}
