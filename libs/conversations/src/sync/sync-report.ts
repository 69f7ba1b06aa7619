/** A chat that was not compared. */
export interface UnsyncedChat {
  readonly chat_id: string;
  /** What happened, and what to do. */
  readonly reason: string;
}

/** What came of comparing chats with the phone; the output of the task. */
export interface SyncReport {
  /** Chats that were compared. */
  readonly synced: number;
  /** Chats whose connector cannot read what the phone has. */
  readonly unsupported: number;
  /** At most 200 of them; `failed_count` has all. */
  readonly failed: readonly UnsyncedChat[];
  readonly failed_count: number;
  /** Chats that could not be reached now. They stay asked for, and are compared when they can be. At most 200. */
  readonly waiting: readonly UnsyncedChat[];
  readonly waiting_count: number;
  readonly unknown_chat_ids: readonly string[];
  /** Accounts whose chats could not be listed. */
  readonly unlisted_accounts: readonly { readonly account_id: string; readonly reason: string }[];
  /** Messages that the store did not have, or had otherwise. */
  readonly added: number;
  readonly edited: number;
  readonly deleted: number;
}
