/**
 * Text that Postgres and JSON can hold: without NUL, and with each lone surrogate replaced by U+FFFD.
 * Everything else stays as it was written.
 */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
