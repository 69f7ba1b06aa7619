/** Whether this run has a Chromium. Never false in CI, where the set-up fails without one. */
export function hasChromium(): boolean {
  return Boolean(process.env.TEST_CHROMIUM_PATH);
}

/**
 * The Chromium of this test run.
 * @throws Error when there is none; ask `hasChromium` first where a test may be skipped locally
 */
export function chromiumPath(): string {
  const path = process.env.TEST_CHROMIUM_PATH;
  if (!path) throw new Error('This test needs Chromium: install it (Debian: apt-get install chromium)');
  return path;
}
