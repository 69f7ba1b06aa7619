/**
 * Answers one row with `open`: whether a message is still on its way, in whatever process. Drafts, and what is held for a later time,
 * wait for somebody else: they are not under way.
 */
export const UNDER_WAY_SQL = `SELECT
  EXISTS (SELECT 1 FROM simulator_messages WHERE delivered_at IS NULL)
  OR EXISTS (SELECT 1 FROM chats WHERE turn_due_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM turns WHERE state = 'pending')
  OR EXISTS (SELECT 1 FROM outbox WHERE state = 'sending' OR state = 'queued' AND not_before < now() + interval '15 seconds')
  AS open`;
