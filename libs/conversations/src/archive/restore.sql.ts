import { ARCHIVED_TABLES, archivedTable, type ArchivedTableName } from './codec/archived-tables.js';
import { quoted } from './rows/copy-in.js';
import { stageOf } from './rows/restored-rows.js';

/** Rows come as they are into tables of this transaction; the words of a message as text, which only a cast makes a tsvector. */
export const STAGES_SQL = ARCHIVED_TABLES.map(({ name, columns }) => {
  const words = name === 'messages' ? `, NULL::text AS search` : '';
  return `CREATE TEMP TABLE ${stageOf(name)} ON COMMIT DROP AS
    SELECT ${quoted(columns.map((column) => column.name))}${words} FROM ${name} WITH NO DATA;`;
}).join('\n');

/** What was deleted on the phone stays deleted in each of its copies: text, words and labels go. */
export const REVOKE_DOUBLED_SQL = `
WITH gone AS (
  SELECT external_id, participant, min(revoked_at) AS revoked_at
  FROM (
    SELECT external_id, participant, revoked_at FROM ${stageOf('messages')} WHERE revoked_at IS NOT NULL
    UNION ALL
    SELECT external_id, participant, revoked_at FROM messages WHERE chat_id = $1 AND revoked_at IS NOT NULL
  ) AS copies
  GROUP BY external_id, participant
), revoked AS (
  UPDATE ${stageOf('messages')} AS copy SET revoked_at = gone.revoked_at, body = NULL, search = NULL
  FROM gone
  WHERE copy.external_id = gone.external_id AND copy.participant = gone.participant AND copy.revoked_at IS NULL
  RETURNING copy.id
)
DELETE FROM ${stageOf('message_labels')} WHERE message_id IN (SELECT id FROM revoked)`;

/** The same message lies in two archives, since it came again in between: the older one stays, of those with a text. Answers how many. */
export const DROP_REPEATED_SQL = dropStagedSql(`
SELECT id FROM (
  SELECT id, row_number() OVER (PARTITION BY external_id, participant ORDER BY body IS NULL, stored_at, id) AS place
  FROM ${stageOf('messages')}
) AS copies
WHERE place > 1`);

/** An original whose text is lost gives way to a copy that has one. Answers how many. */
export const DROP_TEXTLESS_SQL = dropStagedSql(`
SELECT original.id FROM ${stageOf('messages')} AS original
JOIN messages ON messages.chat_id = $1 AND messages.external_id = original.external_id AND messages.participant = original.participant
WHERE original.body IS NULL AND original.revoked_at IS NULL AND messages.body IS NOT NULL`);

/** The same message came again while its original was away: the original stays. Answers how many. */
export const DROP_DOUBLED_SQL = `
WITH dropped AS (
  DELETE FROM messages USING ${stageOf('messages')} AS original
  WHERE messages.chat_id = $1 AND messages.external_id = original.external_id AND messages.participant = original.participant
  RETURNING 1
)
SELECT count(*)::integer AS count FROM dropped`;

/** People may have turned out to be one meanwhile. */
const MERGED = (column: string): string =>
  `coalesce((SELECT merged_into FROM contacts WHERE contacts.id = restored."${column}"), restored."${column}")`;

export const RESTORE_MESSAGES_SQL = restoreSql('messages', 'sender_id', {
  extra: { search: 'search::tsvector', chat_id: '$1' },
  end: 'ORDER BY sent_at, id',
});

export const RESTORE_MEDIA_SQL = restoreSql('media', null, {});

/** Of two reactions of one person to one message the later one stays. */
export const DROP_OLDER_REACTIONS_SQL = `
DELETE FROM reactions USING ${stageOf('reactions')} AS restored
WHERE reactions.chat_id = $1 AND reactions.message_external_id = restored.message_external_id
  AND reactions.actor_id = ${MERGED('actor_id')} AND reactions.reacted_at <= restored.reacted_at`;

export const RESTORE_REACTIONS_SQL = restoreSql('reactions', 'actor_id', {
  extra: { chat_id: '$1' },
  end: 'ON CONFLICT DO NOTHING',
});

export const RESTORE_LABELS_SQL = restoreSql('message_labels', null, { extra: { chat_id: '$1' } });

export const BRING_BACK_SQL = `
UPDATE chats SET archived_at = NULL, message_count = greatest(0, message_count - $2::integer) WHERE id = $1`;

function dropStagedSql(doubled: string): string {
  return `
WITH doubled AS (${doubled}),
media AS (DELETE FROM ${stageOf('media')} WHERE message_id IN (SELECT id FROM doubled)),
labels AS (DELETE FROM ${stageOf('message_labels')} WHERE message_id IN (SELECT id FROM doubled)),
dropped AS (DELETE FROM ${stageOf('messages')} WHERE id IN (SELECT id FROM doubled) RETURNING 1)
SELECT count(*)::integer AS count FROM dropped`;
}

function restoreSql(
  table: ArchivedTableName,
  person: string | null,
  { extra = {}, end = '' }: { readonly extra?: Readonly<Record<string, string>>; readonly end?: string },
): string {
  const names = archivedTable(table).columns.map(({ name }) => name);
  const values = names.map((name) => (name === person ? MERGED(name) : `restored."${name}"`));
  const given = [...names.map((name) => `"${name}"`), ...Object.keys(extra)];
  const all = [...values, ...Object.values(extra).map((value) => (value === '$1' ? '$1::uuid' : value))];
  return `INSERT INTO ${table} (${given.join(', ')}) SELECT ${all.join(', ')} FROM ${stageOf(table)} AS restored ${end}`;
}
