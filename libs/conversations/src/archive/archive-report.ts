/** What came of an order to archive chats, as the record of its task tells it. Chats are named as the order named them. */
export interface ArchiveReport {
  readonly archived: string[];
  readonly already_archived: string[];
  readonly unknown_chat_ids: string[];
  readonly kept: { readonly chat_id: string; readonly reasons: readonly string[] }[];
  readonly failed: { readonly chat_id: string; readonly code: string; readonly reason: string }[];
  /** In the archives made. */
  messages: number;
  /** Bytes of the archives made. */
  stored_bytes: number;
}

export function newArchiveReport(): ArchiveReport {
  return {
    archived: [],
    already_archived: [],
    unknown_chat_ids: [],
    kept: [],
    failed: [],
    messages: 0,
    stored_bytes: 0,
  };
}
