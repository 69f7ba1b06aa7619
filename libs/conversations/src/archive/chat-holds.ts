import type { Hold } from './archive-outcome.js';

/** What is under way in a chat, as `CHAT_HOLDS_SQL` selects it. */
export interface ChatWork {
  readonly waiting: boolean;
  readonly turns: number;
  readonly outbox: number;
  readonly drafts: number;
}

/** Columns for a select from `chats`. */
export const CHAT_WORK_SQL = `
(turn_due_at IS NOT NULL OR EXISTS (SELECT 1 FROM messages WHERE messages.chat_id = chats.id AND route = 'pending' AND revoked_at IS NULL)) AS waiting,
(SELECT count(*)::integer FROM turns WHERE turns.chat_id = chats.id AND turns.state = 'pending') AS turns,
(SELECT count(*)::integer FROM outbox WHERE outbox.chat_id = chats.id AND outbox.state IN ('queued', 'sending', 'unknown')) AS outbox,
(SELECT count(*)::integer FROM outbox WHERE outbox.chat_id = chats.id AND outbox.state = 'draft') AS drafts`;

/** What of it needs the chat's messages where they are. Empty: it may be put away. */
export function holdsOf({ waiting, turns, outbox, drafts }: ChatWork): readonly Hold[] {
  const holds: Hold[] = [];
  if (waiting || turns > 0) holds.push({ code: 'turn', text: 'A message waits for its answer.' });
  if (outbox > 0)
    holds.push({ code: 'outbox', text: `${count(outbox, 'message is', 'messages are')} on the way out.` });
  if (drafts > 0)
    holds.push({ code: 'draft', text: `${count(drafts, 'draft waits', 'drafts wait')} for the operator.` });
  return holds;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
