/** Which of the paths `$1` belong to an attachment: of the messages `$2`, by whose ids files are named, or of archived ones. */
export const KNOWN_PATHS_SQL = `
SELECT path FROM media WHERE message_id = ANY ($2::uuid[]) AND path IS NOT NULL
UNION ALL
SELECT unnest(media_paths) AS path FROM archives WHERE media_paths && $1::text[]`;

export const STORED_PATHS_SQL = `
SELECT message_id AS id, path FROM media WHERE message_id > $1 AND state = 'stored' AND path IS NOT NULL ORDER BY message_id LIMIT $2`;
