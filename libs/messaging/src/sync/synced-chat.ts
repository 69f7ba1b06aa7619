/** The chat that a page of history belongs to. */
export interface SyncedChat {
  readonly chatId: string;
  readonly accountId: string;
  /** WhatsApp's id of it. */
  readonly externalId: string;
  readonly title: string | null;
  /** When the account was made: what was said before was not said to us. */
  readonly since: Date;
}
