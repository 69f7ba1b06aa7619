import type { BlindIndex, DataKey } from '#security';
import { sealField } from '#security';

import { archivedTable, SUBJECT_COLUMN, type ArchivedTableName } from '../codec/archived-tables.js';
import { valueAt } from '../codec/column.js';
import { uuidOf } from '../codec/pg-values.js';
import { columnOf, type TableRows } from '../codec/segment.js';

export interface RowSealing {
  readonly keys: ReadonlyMap<string, DataKey>;
  readonly index: BlindIndex;
}

/** The rows of a table as a COPY takes them: texts sealed again for their row, and for messages the words to find them by, last. */
export function* restoredRows(
  rows: TableRows,
  texts: readonly (string | null)[],
  { keys, index }: RowSealing,
): Generator<(Buffer | undefined)[]> {
  const owners = columnOf(rows, SUBJECT_COLUMN);
  const ids = columnOf(rows, archivedTable(rows.name).rowId);
  for (let row = 0; row < rows.count; row += 1) {
    const text = texts[row] ?? null;
    const values = rows.values.map((column, place) => {
      if (rows.columns[place]?.kind !== 'sealed') return valueAt(column, row);
      const subject = owners && valueAt(owners, row);
      const key = text === null || !subject ? undefined : keys.get(uuidOf(subject));
      if (text === null || !key) return undefined;
      const rowId = uuidOf((ids && valueAt(ids, row)) ?? Buffer.alloc(16));
      return sealField(key, { table: rows.name, column: rows.columns[place].name, rowId }, text);
    });
    if (rows.name === 'messages') values.push(text ? Buffer.from(index.vector(text)) : undefined);
    yield values;
  }
}

/** Names of the columns that `restoredRows` gives. */
export function restoredColumns({ name, columns }: TableRows): string[] {
  const names = columns.map((column) => column.name);
  return name === 'messages' ? [...names, 'search'] : names;
}

/** Where the rows of a table wait until all are there. */
export function stageOf(table: ArchivedTableName): string {
  return `restored_${table}`;
}
