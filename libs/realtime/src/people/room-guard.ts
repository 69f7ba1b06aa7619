import type { Principal } from '#security';

/** A conversation, as far as a socket that joins it needs it. */
export interface Room {
  /** The person in whose feed its events are. */
  readonly contactId: string;
  /** What the one who joins is answered: JSON. */
  readonly conversation?: unknown;
}

/** Who may hear which conversation. */
export abstract class RoomGuard {
  /** Null when there is no such conversation for `principal`: a foreign one is as if it did not exist. `chatId` is checked to be a UUID. */
  abstract mayJoin(principal: Principal, chatId: string): Promise<Room | null>;
}
