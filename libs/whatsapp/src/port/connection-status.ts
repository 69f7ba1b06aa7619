export type ConnectionState =
  | 'STOPPED'
  | 'STARTING'
  | 'WAIT_QR'
  | 'PAIRING'
  | 'SYNCING'
  | 'READY'
  | 'DEGRADED'
  | 'RECONNECTING'
  | 'LOGGED_OUT'
  | 'RESTRICTED'
  | 'FAILED';

/** Where an account's connection stands. Messages leave only in `READY` and `DEGRADED`. */
export interface ConnectionStatus {
  readonly state: ConnectionState;
  /** Why, in words for the operator; null when there is nothing to say. */
  readonly reason: string | null;
  readonly since: Date;
}
