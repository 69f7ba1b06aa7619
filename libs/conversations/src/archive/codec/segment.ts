import {
  ARCHIVED_TABLES,
  archivedTable,
  columnIndex,
  type ArchivedColumn,
  type ArchivedTableName,
} from './archived-tables.js';
import { ColumnBuilder, valueAt, type Column } from './column.js';

/** Rows of one table, column by column. */
export interface TableRows {
  readonly name: ArchivedTableName;
  readonly columns: readonly ArchivedColumn[];
  readonly values: readonly Column[];
  readonly count: number;
}

/** A row as it came in a COPY: where each column's value lies. */
export interface RawRow {
  readonly bytes: Buffer;
  readonly starts: Int32Array;
  /** -1 for null. */
  readonly lengths: Int32Array;
}

/** Consecutive messages of one chat with all that belongs to them, being gathered. Texts are still sealed. */
export class SegmentDraft {
  private readonly tables = new Map(
    ARCHIVED_TABLES.map(({ name, columns }) => [name, columns.map(() => new ColumnBuilder())] as const),
  );
  /** Of the rows as they were read. */
  originalBytes = 0;

  add(table: ArchivedTableName, { bytes, starts, lengths }: RawRow): void {
    const builders = this.tables.get(table) ?? [];
    for (let column = 0; column < builders.length; column += 1) {
      const length = lengths[column] ?? -1;
      builders[column]?.push(bytes, starts[column] ?? 0, length);
      if (length > 0) this.originalBytes += length;
    }
  }

  get messageCount(): number {
    return this.tables.get('messages')?.[0]?.count ?? 0;
  }

  rowsOf(name: ArchivedTableName): TableRows {
    const values = this.tables.get(name) ?? [];
    return { name, columns: archivedTable(name).columns, values, count: values[0]?.count ?? 0 };
  }
}

/** The column, or undefined: an older archive does not have what was added later. */
export function columnOf({ columns, values }: TableRows, name: string): Column | undefined {
  return values[columnIndex(columns, name)];
}

/** Undefined for null, and for a column that is not there. */
export function fieldAt(rows: TableRows, name: string, row: number): Buffer | undefined {
  const column = columnOf(rows, name);
  return column && valueAt(column, row);
}
