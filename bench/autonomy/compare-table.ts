import { basename } from 'node:path';

import type { EngineComparison } from '#autonomy';

/** The comparisons as a table for the terminal. */
export function compareTable(comparisons: readonly (EngineComparison & { readonly timeline: string })[]): string {
  const lines = [
    ['timeline', 'actions', 'v1', 'heard', 'v1', 'interrupting', 'v1', 'shy', 'bubbly'],
    ...comparisons.map(({ timeline, v2, v1, shy, bubbly }) => [
      basename(timeline, '.csv'),
      ...[String(v2.actions), v1.actions.toFixed(1)],
      ...[v2.heard_share.toFixed(3), v1.heard_share.toFixed(3)],
      ...[v2.interrupting_share.toFixed(3), v1.interrupting_share.toFixed(3)],
      ...[String(shy), String(bubbly)],
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}
