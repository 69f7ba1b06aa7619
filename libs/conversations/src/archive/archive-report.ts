const MOST_LISTED = 200;

/** What a report lists. */
interface Listed {
  readonly archived: string[];
  readonly already_archived: string[];
  /** Archived though something in them is open. */
  readonly warnings: { readonly chat_id: string; readonly reasons: readonly string[] }[];
  readonly kept: { readonly chat_id: string; readonly reasons: readonly string[] }[];
  readonly failed: { readonly chat_id: string; readonly code: string; readonly reason: string }[];
}

/**
 * What came of an order to archive chats, as the record of its task tells it. Chats are named as the order named them; of each list
 * there are at most 200, and its `_count` has all.
 */
export interface ArchiveReport extends Listed {
  archived_count: number;
  already_archived_count: number;
  warnings_count: number;
  kept_count: number;
  failed_count: number;
  readonly unknown_chat_ids: string[];
  /** In the archives made. */
  messages: number;
  /** Bytes of the archives made. */
  stored_bytes: number;
}

export function newArchiveReport(): ArchiveReport {
  return {
    archived: [],
    archived_count: 0,
    already_archived: [],
    already_archived_count: 0,
    warnings: [],
    warnings_count: 0,
    unknown_chat_ids: [],
    kept: [],
    kept_count: 0,
    failed: [],
    failed_count: 0,
    messages: 0,
    stored_bytes: 0,
  };
}

/** Counts it, and lists it while there is room. */
export function note<L extends keyof Listed>(report: ArchiveReport, list: L, chat: Listed[L][number]): void {
  report[`${list}_count` as `${keyof Listed}_count`] += 1;
  const listed: unknown[] = report[list];
  if (listed.length < MOST_LISTED) listed.push(chat);
}
