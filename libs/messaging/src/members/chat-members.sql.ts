/** Of two changes the later one holds; when somebody came and went last is kept of both. */
const LATEST = `
ON CONFLICT (chat_id, contact_id) DO UPDATE SET
  present = CASE WHEN excluded.changed_at >= chat_members.changed_at THEN excluded.present ELSE chat_members.present END,
  joined_at = greatest(chat_members.joined_at, excluded.joined_at),
  left_at = greatest(chat_members.left_at, excluded.left_at),
  changed_at = greatest(chat_members.changed_at, excluded.changed_at)`;

/** `$1` chat, `$2` contacts, `$3` whether they came, `$4` when. */
export const JOIN_OR_LEAVE_SQL = `
INSERT INTO chat_members (chat_id, contact_id, present, joined_at, left_at, changed_at)
SELECT $1, contact_id, $3::boolean, CASE WHEN $3::boolean THEN $4::timestamptz END,
  CASE WHEN NOT $3::boolean THEN $4::timestamptz END, $4::timestamptz
FROM unnest($2::uuid[]) AS member (contact_id)
${LATEST}`;

/** `$1` is the contact that is left, `$2` the one that is merged into it. */
export const MERGE_MEMBERS_SQL = `
WITH gone AS (
  DELETE FROM chat_members WHERE contact_id = $2 RETURNING chat_id, present, joined_at, left_at, changed_at
)
INSERT INTO chat_members (chat_id, contact_id, present, joined_at, left_at, changed_at)
SELECT chat_id, $1, present, joined_at, left_at, changed_at FROM gone
${LATEST}`;
