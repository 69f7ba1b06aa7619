import type { DefaultEventsMap, Server, Socket } from 'socket.io';

/** What we keep of a socket that was let in. */
export interface Admission {
  /** The key it came with, to look whether it still holds. */
  readonly token: string;
  readonly scopes: readonly string[];
  /** When the key was last found to hold. */
  checkedAt: Date;
}

/** A socket that was let in: it hears what its key's scopes allow. */
export type OperatorSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Admission>;

export type OperatorSockets = Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Admission>;
