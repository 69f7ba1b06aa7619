import type { Prunable } from '#database';

/** Reactions from before `$1` to messages that never came. While a chat is archived, nobody knows which of its messages did. */
export const PRUNABLE_REACTIONS: Prunable = {
  table: 'reactions',
  where: `reacted_at < $1 AND NOT EXISTS (
    SELECT 1 FROM messages WHERE messages.chat_id = reactions.chat_id AND messages.external_id = reactions.message_external_id)
    AND NOT EXISTS (SELECT 1 FROM archives WHERE archives.chat_id = reactions.chat_id)`,
};
