// What the statements about comparing chats have in common. $1 is the account, $2 the owner's fencing token.

/** Who was taken for dead, and somebody else has taken over from, writes nothing. */
export const HELD_SQL = 'EXISTS (SELECT 1 FROM accounts WHERE id = $1 AND fencing_token = $2)';

/** `greatest` leaves out what is null. */
export const CLOSED_SQL = 'greatest(CASE WHEN archived_at IS NOT NULL THEN last_message_at END, forgotten_until)';
