/** One observed message by WhatsApp's ids. */
export interface MessageRef {
  readonly chatId: string;
  readonly id: string;
  /** Who said it in a group; '' elsewhere. */
  readonly participant: string;
}

/** What the store of record knows of an account: how an adapter finds out what was missed while nobody listened. */
export interface AccountMemory {
  /** When the account was made. In a chat that we don't know, nothing older was missed. */
  readonly since: Date;

  /** When the latest stored message of each of those chats was sent; chats without one are left out. */
  newestIn(chatIds: readonly string[]): Promise<ReadonlyMap<string, Date>>;

  /** Those of the messages that are not stored, in the given order. */
  unknownOf<T extends MessageRef>(messages: readonly T[]): Promise<readonly T[]>;
}
