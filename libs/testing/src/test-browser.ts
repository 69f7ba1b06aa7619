import type { Browser } from 'puppeteer-core';

import { chromiumPath } from './chromium-path.js';

/** The Chromium of this test run, headless. The caller closes it. */
export async function openTestBrowser(): Promise<Browser> {
  const { launch } = await import('puppeteer-core');
  return launch({
    executablePath: chromiumPath(),
    headless: true,
    // Tests may run as root, and containers have little shared memory.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}
