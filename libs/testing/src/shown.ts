import type { Page } from 'puppeteer-core';

import { waitFor } from './wait-for.js';

/** What a page shows, as a person reads it. */
export function textOf(page: Page): Promise<string> {
  return page.evaluate('document.body.innerText') as Promise<string>;
}

/** Waits until there is something to read that fits. Says what there was instead. */
export async function shown(pattern: RegExp, read: () => string | Promise<string>): Promise<void> {
  let text = '';
  try {
    await waitFor(async () => pattern.test((text = await read())), { what: String(pattern), timeoutMs: 45_000 });
  } catch (error) {
    throw new Error(`Instead of what is waited for there is:\n${text}`, { cause: error });
  }
}
