import { CONFIG_SECTIONS } from './load-config.js';
import { variablesOf, type Variable } from './variable.js';

const START = '<!-- config -->';
const END = '<!-- /config -->';

/** The README's table of all variables, in Markdown as Prettier writes it: columns padded to the same width. */
export function configTable(): string {
  const variables = CONFIG_SECTIONS.flatMap((section) => variablesOf(section));
  const rows = [['variable', 'default', 'what it is'], ...variables.map(cellsOf)];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [head = '', ...body] = rows.map((row) => lineOf(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))));
  return [head, lineOf(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
}

/** `document` with the table between its two config markers renewed. A document without them comes back as it was. */
export function withConfigTable(document: string): string {
  const [start, end] = [document.indexOf(START), document.indexOf(END)];
  if (start < 0 || end < start) return document;
  return `${document.slice(0, start + START.length)}\n\n${configTable()}\n\n${document.slice(end)}`;
}

function cellsOf(variable: Variable): string[] {
  const value = variable.secret || !variable.default ? '' : `\`${variable.default}\``;
  return [`\`${variable.name}\``, value, variable.about.replaceAll('|', '\\|')];
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
