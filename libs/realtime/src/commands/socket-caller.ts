import type { Principal } from '#security';

/** Whose command it is. */
export interface SocketCaller {
  readonly principal: Principal;
  readonly socketId: string;
  /** The conversations it has joined: chat id -> id of the contact in whose feed they are. */
  readonly rooms: ReadonlyMap<string, string>;
}
