import { defineTask } from '#agents';

declare module '#agents' {
  interface TaskMap {
    /** Make the file of the export `exportId`; what is in it stands in its row. */
    'conversation.export': { payload: { exportId: string }; result: ExportReport };
  }
}

/** What came of an export, as the API shows it. */
export interface ExportReport {
  readonly export_id: string;
  readonly download_url: string;
  readonly bytes: number;
  /** Hex, of the file as it is downloaded. */
  readonly sha256: string;
  readonly messages: number;
  /** Attachments that were to be in the file and could not be had; null when the worker died before it could tell. */
  readonly media_left_out: number | null;
  /** Chats of which an archive is damaged: what is in it is not in the file. Null as above. */
  readonly damaged_chats: readonly string[] | null;
  /** Sentences for people, about what the file does not hold. */
  readonly warnings: readonly string[];
  /** Chats that were there no more. */
  readonly unknown_chat_ids: readonly string[];
  /** The name of the account's owner in the file: an import asks for it. */
  readonly me: string;
  /** ISO time. */
  readonly expires_at: string;
}

/** A worker that died in the midst of an export is followed by another, which begins anew. */
export const EXPORT_ATTEMPTS = 3;

defineTask('conversation-manager', 'conversation.export', {
  attempts: EXPORT_ATTEMPTS,
  backoffMs: 1_000,
  timeoutMs: 3_600_000,
});
