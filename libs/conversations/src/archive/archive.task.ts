import { defineTask } from '#agents';

import type { ArchiveReport } from './archive-report.js';

declare module '#agents' {
  interface TaskMap {
    /** Put chats away: those named (by our ids or WhatsApp's), or, when none are, all whose time has come. */
    'conversation.archive': {
      payload: { chatIds?: readonly string[]; reason?: string; compress?: boolean; requestedBy?: string };
      result: ArchiveReport;
    };
    /** Bring a chat back; `byHand`: because the operator wants it. */
    'conversation.unarchive': {
      payload: { chatId: string; byHand?: boolean };
      result: { chat_id: string; archives: number; messages: number };
    };
  }
}

/** A night with very many chats may take hours. A worker that dies in the midst is followed by another, which goes on. */
const TIMEOUT_MS = 12 * 3_600_000;

defineTask('conversation-manager', 'conversation.archive', { attempts: 10, backoffMs: 5_000, timeoutMs: TIMEOUT_MS });
defineTask('conversation-manager', 'conversation.unarchive', { attempts: 3, backoffMs: 2_000, timeoutMs: 3_600_000 });
