import type { Browser, Page } from 'puppeteer-core';

import { createTestDatabase, hasChromium, openTestBrowser, shown, textOf, waitFor, type TestDatabase } from '#testing';
import { TestProcess } from '#testing/app';

const MINUTE_MS = 60_000;

interface Conversation {
  readonly id: string;
}

(hasChromium() ? describe : describe.skip)('the page of docs/examples/chat', () => {
  let database: TestDatabase;
  let secretary: TestProcess;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [database, browser] = await Promise.all([createTestDatabase(), openTestBrowser()]);
    const env = { SERVE_EXAMPLES: 'true', MESSAGE_RATE_LIMIT: '1000/minute' };
    secretary = await TestProcess.start(database.url, env);
  }, 2 * MINUTE_MS);

  afterAll(async () => {
    await Promise.all([browser.close(), secretary.end('SIGTERM')]);
    await database.drop();
  }, MINUTE_MS);

  beforeEach(async () => {
    page = await browser.newPage();
    complaints = [];
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
  });

  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const sees = (pattern: RegExp): Promise<void> =>
    shown(pattern, async () => `${await textOf(page)}\n${complaints.join('\n')}`);

  async function call<T>(path: string, token?: string, body?: object): Promise<T> {
    const response = await secretary.request(path, {
      method: body ? 'POST' : 'GET',
      ...(token && { headers: { authorization: `Bearer ${token}` } }),
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async function newToken(userId: string): Promise<string> {
    return (await call<{ token: string }>('/api/v1/tokens', undefined, { userId, name: 'Ana' })).token;
  }

  const newConversation = (token: string): Promise<Conversation> =>
    call('/api/v1/conversations', token, { characterId: 'default' });

  it(
    'has the example page, whose texts are texts',
    async () => {
      const token = await newToken('example');
      await page.goto(`${secretary.url}/examples/chat#token=${token}`);
      expect(new URL(page.url()).hash).toBe('');
      await page.waitForSelector('#choice:not([hidden]) option');
      await page.click('#choice button');
      const field = await page.waitForSelector('textarea');
      await field?.type('<img src=x onerror="document.title=1"><b>Hello</b>');
      await page.keyboard.press('Enter');
      await sees(/<b>Hello<\/b>/);
      expect(await page.$('.secretary-log img, .secretary-log b')).toBeNull();
      await waitFor(async () => (await page.$$('.secretary-character')).length > 0, { what: 'an answer' });
      // The tab holds the token: the same conversation is there again.
      await page.reload();
      await sees(/<b>Hello<\/b>/);
      const { characters } = await call<{ characters: { name: string }[] }>('/api/v1/characters', token);
      const heading = await page.evaluate(`document.querySelector('#bar h1').textContent`);
      expect(characters.map(({ name }) => name)).toContain(heading);
      await page.click('#another');
      await page.waitForSelector('#choice:not([hidden]) option');
      await page.click('#choice button');
      await waitFor(async () => (await page.$$('#others option')).length === 2, { what: 'both conversations' });
    },
    MINUTE_MS,
  );

  it(
    'leaves a reader where they are, and what cannot be sent in the field',
    async () => {
      const token = await newToken('reader');
      const { id } = await newConversation(token);
      await page.setViewport({ width: 390, height: 600 });
      const say = (content: string) => call(`/api/v1/conversations/${id}/messages`, token, { content });
      for (let index = 1; index <= 4; index += 1) await say(`Line ${index}\n`.repeat(30));
      await page.goto(`${secretary.url}/examples/chat#token=${token}`);
      await sees(/Line 4/);
      await page.evaluate(`document.querySelector('.secretary-log').scrollTop = 300`);
      const place = await page.evaluate(TOP);
      await say('Something new');
      await sees(/Something new/);
      expect(await page.evaluate(TOP)).toBe(place);

      await page.focus('textarea');
      await page.evaluate(`document.execCommand('insertText', false, 'x'.repeat(2001))`);
      await sees(/2001 of 2000 characters: shorten it/);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(`document.querySelector('textarea').value.length`)).toBe(2_001);

      await page.setOfflineMode(true);
      await page.evaluate(`window.dispatchEvent(new Event('offline'))`);
      await sees(/No connection. We keep trying./);
      complaints.length = 0;
    },
    MINUTE_MS,
  );

  it(
    'has the example page on a phone, by keyboard alone',
    async () => {
      await page.setViewport({ width: 390, height: 844 });
      const token = await newToken('phone');
      await page.goto(`${secretary.url}/examples/chat#token=${token}`);
      await page.waitForSelector('#choice:not([hidden]) option');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForSelector('textarea');
      for (const text of ['One', 'Two', 'Three']) {
        await page.keyboard.type(`${text} and so on`.repeat(25));
        await page.keyboard.press('Enter');
      }
      await sees(/Three and so on/);
      await page.evaluate(`document.querySelector('.secretary-writing').textContent = 'word '.repeat(600)`);
      expect(await page.evaluate(LAYOUT)).toEqual({ isWide: false, isHigh: false, isWritingInPlace: true });
    },
    MINUTE_MS,
  );

  it(
    'keeps the place and the focus of who asks for what was said before',
    async () => {
      const token = await newToken('earlier');
      const { id } = await newConversation(token);
      for (let index = 1; index <= 55; index += 1) {
        await call(`/api/v1/conversations/${id}/messages`, token, { content: `Line ${index}` });
      }
      await page.goto(`${secretary.url}/examples/chat#token=${token}`);
      await sees(/Line 55/);
      await page.evaluate(`document.querySelector('.secretary-log').scrollTop = 0`);
      const topOf = `[...document.querySelectorAll('.secretary-message')].find(({ textContent }) => textContent.includes('Line 50')).getBoundingClientRect().top`;
      const before = await page.evaluate(topOf);
      await page.focus('.secretary-more');
      await page.keyboard.press('Enter');
      await sees(/Line 1\b/);
      // The button took a line, and is gone.
      expect(Math.abs(Number(await page.evaluate(topOf)) - Number(before))).toBeLessThan(2);
      expect(await page.evaluate('document.activeElement.className')).toBe('secretary-log');
    },
    MINUTE_MS,
  );
});

/** Where the reader is. */
const TOP = `document.querySelector('.secretary-log').scrollTop`;

/** Nothing lies beyond the screen, and what is being written not beneath the field. */
const LAYOUT = `(() => {
  const { scrollWidth, scrollHeight } = document.documentElement;
  const [writing, form] = ['.secretary-writing', '.secretary-form'].map((name) => document.querySelector(name));
  const isWritingInPlace = writing.getBoundingClientRect().bottom <= form.getBoundingClientRect().top
    && writing.scrollHeight > writing.clientHeight && getComputedStyle(writing).overflowY === 'auto';
  return { isWide: scrollWidth > innerWidth, isHigh: scrollHeight > innerHeight, isWritingInPlace };
})()`;
