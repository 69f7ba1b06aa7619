/** One line of a chat export. `number` counts from 1, as an editor does. */
export interface ExportLine {
  readonly number: number;
  /** Without its line end, NUL or lone surrogates. */
  readonly text: string;
  /** Whether the line was longer than `MAX_LINE_CHARACTERS` and lost its end. */
  readonly cut: boolean;
}
