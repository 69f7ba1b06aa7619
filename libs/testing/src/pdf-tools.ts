/** Whether this run has fonts for all scripts and poppler's programs. Never false in CI, where the set-up fails without them. */
export function hasPdfTools(): boolean {
  return Boolean(process.env.TEST_PDF_TOOLS);
}
