import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Browser, Page } from 'puppeteer-core';

import {
  bundled,
  createTestDatabase,
  hasChromium,
  openTestBrowser,
  shown,
  TestPage,
  textOf,
  waitFor,
  type TestDatabase,
} from '#testing';
import { curlCalls, TestProcess } from '#testing/app';

import { SnippetProgram } from './snippet-program.js';

const GUIDE = join(import.meta.dirname, '../../../docs/chat-guide.md');
const CLIENT = join(import.meta.dirname, '../../../libs/client/src');
const MINUTE_MS = 60_000;

interface Conversation {
  readonly id: string;
}

interface Message {
  readonly content: string;
  readonly senderType: string;
}

/** Two `api` processes and a worker: whoever is asked, it is one conversation. */
describe('the code of docs/chat-guide.md', () => {
  let database: TestDatabase;
  let processes: readonly [TestProcess, TestProcess, TestProcess];
  let site: TestPage;
  let guide: string;

  beforeAll(async () => {
    [database, site, guide] = await Promise.all([createTestDatabase(), TestPage.start(), readFile(GUIDE, 'utf8')]);
    const env = { WEBSOCKET_ORIGINS: site.origin, SERVE_EXAMPLES: 'true' };
    // One after the other: each takes the whole machine until it is ready.
    const worker = await TestProcess.start(database.url, env, 'worker');
    const api = await TestProcess.start(database.url, env, 'api');
    processes = [api, await TestProcess.start(database.url, env, 'api'), worker];
  }, 2 * MINUTE_MS);

  afterAll(async () => {
    await Promise.all(processes.map((process) => process.end('SIGTERM')));
    await site.stop();
    await database.drop();
  }, MINUTE_MS);

  /** The block of code that holds `mark`. */
  const block = (mark: string): string =>
    [...guide.matchAll(/```(?:typescript|tsx)\n([^]+?)```/g)]
      .map(([, code = '']) => code)
      .find((code) => code.includes(mark)) ?? '';

  /** As printed: only the address and the token differ. */
  const asPrinted = (mark: string, token: string): string =>
    block(mark)
      .replace(/http:\/\/localhost:(5000|8001)/g, processes[1].url)
      .replace('your-jwt-token', token)
      .replace(/'@secretary\/client(\/react)?'/g, (_, react?: string) =>
        JSON.stringify(join(CLIENT, react ? 'react/index.ts' : 'index.ts')),
      );

  async function call<T>(path: string, token?: string, body?: object): Promise<T> {
    const response = await processes[0].request(path, {
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

  const said = async (token: string, { id }: Conversation): Promise<readonly Message[]> =>
    (await call<{ messages: Message[] }>(`/api/v1/conversations/${id}/messages`, token)).messages.toReversed();

  it('takes the curl commands as they stand', async () => {
    const statuses: number[] = [];
    let token = '';
    for (const { url, headers, ...init } of curlCalls(guide)) {
      const filled = new Headers(
        [...headers].map(([name, value]): [string, string] => [name, value.replace('$TOKEN', token)]),
      );
      const response = await fetch(`${processes[0].url}${url}`, { ...init, headers: filled });
      statuses.push(response.status);
      token = ((await response.json()) as { token?: string }).token ?? token;
    }
    expect(statuses).toEqual([201, 200, 201]);
  });

  it(
    'talks over plain socket.io',
    async () => {
      const token = await newToken('plain');
      const conversation = await newConversation(token);
      const program = await SnippetProgram.start(
        await bundled({
          source: asPrinted("console.log('New message:'", token),
          define: { conversationId: conversation.id },
          platform: 'node',
        }),
      );
      try {
        await shown(/senderType: 'character'[^]*responseId/, () => program.output);
        expect(program.output).toMatch(/New message: \{[^}]*content: 'Hello!'/s);
        const messages = await said(token, conversation);
        expect(messages.filter(({ senderType }) => senderType === 'user')).toMatchObject([{ content: 'Hello!' }]);
      } finally {
        await program.stop();
      }
    },
    MINUTE_MS,
  );

  it(
    'talks with the client',
    async () => {
      const token = await newToken('client');
      const program = await SnippetProgram.start(
        await bundled({ source: asPrinted('chat.subscribe', token), platform: 'node' }),
      );
      try {
        await shown(/user (delivered|read) Hello![^]*character \w+ \S/, () => program.output);
      } finally {
        await program.stop();
      }
    },
    MINUTE_MS,
  );

  (hasChromium() ? describe : describe.skip)('in a browser', () => {
    let browser: Browser;
    let page: Page;
    let complaints: string[];

    beforeAll(async () => {
      browser = await openTestBrowser();
    }, MINUTE_MS);

    afterAll(() => browser.close());

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

    it(
      'has a hook of its own',
      async () => {
        const token = await newToken('hook');
        const { id } = await newConversation(token);
        site.script = await bundled({
          source: `
            import { useEffect, useState } from 'react';
            import { createRoot } from 'react-dom/client';
            import io from 'socket.io-client';
            const socket = io(${JSON.stringify(processes[1].url)}, { auth: { token: ${JSON.stringify(token)} } });
            ${asPrinted('const useChat =', token)}
            const App = () => {
              const { messages, sendMessage, isTyping } = useChat(conversationId);
              return <>
                <ol>{messages.map(({ id, senderType, content }) => <li key={id}>{senderType}: {content}</li>)}</ol>
                <button onClick={() => sendMessage('Hello!')}>Send</button>
                <p>{isTyping ? 'has typed' : 'has not typed'}</p>
              </>;
            };
            createRoot(document.querySelector('#root')).render(<App />);`,
          define: { conversationId: id, 'process.env.NODE_ENV': 'production' },
        });
        await page.goto(site.origin);
        await page.waitForSelector('button');
        await page.click('button');
        await sees(/user: Hello![^]*character: \S/);
        await sees(/has typed/);
      },
      MINUTE_MS,
    );

    it(
      'has the component and the other hooks',
      async () => {
        const token = await newToken('react');
        const { id } = await newConversation(token);
        site.script = await bundled({
          source: `${asPrinted('useConversations', token)}
            import { createRoot } from 'react-dom/client';
            createRoot(document.querySelector('#root')!).render(<App />);`,
          define: { 'process.env.NODE_ENV': 'production' },
        });
        await page.goto(site.origin);
        await page.locator('::-p-text(New)').click();
        await page.locator('textarea').fill('Hello!');
        await page.keyboard.press('Enter');
        await sees(/You: Hello![^]*Your secretary: \S/);
        await waitFor(async () => (await page.$$('ul li')).length === 2, { what: 'the list' });
        // Another page of the same person names the conversation that is not open here.
        await processes[0].request(`/api/v1/conversations/${id}`, {
          method: 'PUT',
          headers: { authorization: `Bearer ${token}` },
          body: JSON.stringify({ title: 'Of old' }),
        });
        await sees(/Of old/);
      },
      MINUTE_MS,
    );

    it('shows the events at /docs/events', async () => {
      await page.goto(`${processes[0].url}/docs/events`);
      await sees(/character:response/);
      const yaml = await fetch(`${processes[0].url}/docs/events.yaml`);
      expect([yaml.status, (await yaml.text()).startsWith('asyncapi: 3')]).toEqual([200, true]);
    });
  });

  it('answers other sites as they are listed', async () => {
    const ask = (origin: string) =>
      fetch(`${processes[0].url}/api/v1/conversations`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      });
    const [listed, other] = await Promise.all([ask(site.origin), ask('https://elsewhere.example')]);
    expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([204, site.origin]);
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});
