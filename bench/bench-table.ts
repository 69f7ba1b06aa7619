import type { BenchRow } from './bench-row.js';

/** The rows as a table for the terminal. */
export function benchTable(rows: readonly BenchRow[]): string {
  const cells = [
    ['name', 'ours', 'limit', 'unit', 'ratio', 'goal', '', 'note'],
    ...rows.map((row) => [
      row.name,
      figure(row.ours),
      figure(row.limit),
      row.unit,
      row.ratio.toFixed(2),
      row.goal,
      row.met ? 'met' : 'MISSED',
      row.note ?? '',
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
}
