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

/** What links a phone, while the account waits for one. Whoever has it can link theirs: show it to nobody but the operator. */
export type Linking =
  /** The text of a QR code, to be drawn. */
  | { readonly kind: 'qr'; readonly text: string }
  /** Eight characters that the owner types into the phone. */
  | { readonly kind: 'code'; readonly code: string };

/** Where an account's connection stands. Messages leave only in `READY` and `DEGRADED`. */
export interface ConnectionStatus {
  readonly state: ConnectionState;
  /** Why, in words for the operator; null when there is nothing to say. */
  readonly reason: string | null;
  readonly since: Date;
  /** Only in `WAIT_QR` and `PAIRING`. */
  readonly linking?: Linking;
}
