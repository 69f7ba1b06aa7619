/** How the values of a column lie in Postgres' binary format. `sealed`: a text under its subject's key, opened for the archive. */
export type ColumnKind = 'uuid' | 'time' | 'text' | 'bytes' | 'boolean' | 'int2' | 'int4' | 'int8' | 'sealed';

export interface ArchivedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A table whose rows go into an archive with their chat. */
export interface ArchivedTable {
  readonly name: ArchivedTableName;
  readonly columns: readonly ArchivedColumn[];
  /** Columns that are left out, and why. Every column of the table is in one of the two lists; a test holds us to it. */
  readonly leftOut: Readonly<Record<string, string>>;
  /** Of the column that names the row in the address of its sealed text. */
  readonly rowId: string;
}

export type ArchivedTableName = 'messages' | 'media' | 'reactions' | 'message_labels';

const OF_THE_CHAT = 'the same for all: the chat of the archive, which may have become another by a merge';

/** Everything that is known of a message. Messages come first: the others refer to them. */
export const ARCHIVED_TABLES: readonly ArchivedTable[] = [
  {
    name: 'messages',
    rowId: 'id',
    columns: [
      { name: 'id', kind: 'uuid' },
      { name: 'external_id', kind: 'text' },
      { name: 'participant', kind: 'text' },
      { name: 'author', kind: 'text' },
      { name: 'sender_id', kind: 'uuid' },
      { name: 'subject_id', kind: 'uuid' },
      { name: 'kind', kind: 'text' },
      { name: 'body', kind: 'sealed' },
      { name: 'ack', kind: 'int2' },
      { name: 'quoted_id', kind: 'text' },
      { name: 'addressed', kind: 'boolean' },
      { name: 'route', kind: 'text' },
      { name: 'route_reason', kind: 'text' },
      { name: 'turn_id', kind: 'uuid' },
      { name: 'sent_at', kind: 'time' },
      { name: 'stored_at', kind: 'time' },
      { name: 'edited_at', kind: 'time' },
      { name: 'revoked_at', kind: 'time' },
      { name: 'read_at', kind: 'time' },
      { name: 'processed_at', kind: 'time' },
    ],
    leftOut: { chat_id: OF_THE_CHAT, search: 'made again from the text' },
  },
  {
    name: 'media',
    rowId: 'message_id',
    columns: [
      { name: 'message_id', kind: 'uuid' },
      { name: 'account_id', kind: 'uuid' },
      { name: 'chat_external_id', kind: 'text' },
      { name: 'external_id', kind: 'text' },
      { name: 'subject_id', kind: 'uuid' },
      { name: 'state', kind: 'text' },
      { name: 'reason', kind: 'text' },
      { name: 'claimed_type', kind: 'text' },
      { name: 'mime_type', kind: 'text' },
      { name: 'file_name', kind: 'sealed' },
      { name: 'size', kind: 'int8' },
      { name: 'sha256', kind: 'bytes' },
      { name: 'path', kind: 'text' },
      { name: 'attempts', kind: 'int4' },
      { name: 'not_before', kind: 'time' },
      { name: 'stored_at', kind: 'time' },
    ],
    leftOut: {},
  },
  {
    name: 'reactions',
    rowId: 'id',
    columns: [
      { name: 'id', kind: 'uuid' },
      { name: 'message_external_id', kind: 'text' },
      { name: 'actor_id', kind: 'uuid' },
      { name: 'from_me', kind: 'boolean' },
      { name: 'subject_id', kind: 'uuid' },
      { name: 'emoji', kind: 'sealed' },
      { name: 'reacted_at', kind: 'time' },
    ],
    leftOut: { chat_id: OF_THE_CHAT },
  },
  {
    name: 'message_labels',
    rowId: 'message_id',
    columns: [
      { name: 'message_id', kind: 'uuid' },
      { name: 'facet', kind: 'text' },
      { name: 'values', kind: 'bytes' },
      { name: 'confidences', kind: 'bytes' },
      { name: 'source', kind: 'text' },
      { name: 'model', kind: 'text' },
      { name: 'reason', kind: 'text' },
      { name: 'labelled_at', kind: 'time' },
    ],
    leftOut: { chat_id: OF_THE_CHAT },
  },
];

export const SUBJECT_COLUMN = 'subject_id';

/** Throws for a name that is none of them. */
export function archivedTable(name: string): ArchivedTable {
  const table = ARCHIVED_TABLES.find((one) => one.name === name);
  if (!table) throw new Error(`no table ${name} is archived`);
  return table;
}

export function columnIndex(columns: readonly ArchivedColumn[], name: string): number {
  return columns.findIndex((column) => column.name === name);
}
