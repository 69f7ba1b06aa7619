import { DataSource } from 'typeorm';

import { AppError } from '#kernel';
import {
  LanguageModel,
  type Completion,
  type CompletionEvent,
  type CompletionRequest,
  type StructuredCompletion,
} from '#llm';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

/** A model whose answers come when the test lets them. */
class HeldModel extends LanguageModel {
  readonly name = 'held';
  readonly requests: CompletionRequest[] = [];
  /** What the next calls do; after the last one, answers come at once. */
  readonly script: (() => Promise<string>)[] = [];

  async complete(request: CompletionRequest): Promise<Completion> {
    this.requests.push(request);
    const step = this.script.shift();
    const aborted = new Promise<never>((_, reject) => {
      request.signal?.addEventListener('abort', () => {
        reject(new AppError('llm.aborted', 'aborted', { retryable: false }));
      });
    });
    const text = await Promise.race([step ? step() : Promise.resolve(`answer ${this.requests.length}`), aborted]);
    const usage = { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 };
    return { text, stopReason: 'end', model: 'held', usage, durationMs: 1 };
  }

  stream(): AsyncIterable<CompletionEvent> {
    throw new Error('not used here');
  }

  structured<T>(): Promise<StructuredCompletion<T>> {
    throw new Error('not used here');
  }
}

describe('an answer', () => {
  let database: TestDatabase;
  let model: HeldModel;
  let app: TestApp;
  let number = 34_600_001_000;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  beforeEach(async () => {
    model = new HeldModel();
    app = await TestApp.start({ databaseUrl: database.url, model });
  });

  afterEach(async () => {
    await app.stop();
  });

  afterAll(async () => {
    await database.drop();
  });

  const nextPhone = () => app.phone(`+${(number += 1)}`);
  const said = (request?: CompletionRequest) => request?.messages.map(({ role, content }) => `${role}: ${content}`);

  it('is made anew, for all of it, when its person writes on meanwhile', async () => {
    const ana = nextPhone();
    model.script.push(() => new Promise(() => undefined));
    await ana.say('first question');
    await waitFor(() => model.requests.length === 1, { what: 'the first question to be asked' });
    await ana.say('second question');
    await waitFor(async () => (await ana.ledger()).length > 0, { what: 'the answer' });
    await app.drained();
    expect(said(model.requests[1])).toEqual(['user: first question\nsecond question']);
    expect((await ana.ledger()).map(({ body }) => body)).toEqual(['answer 2']);
  });

  it('goes out in the end to somebody who never stops writing, and what is left is answered next', async () => {
    const ana = nextPhone();
    const hold = () => new Promise<string>(() => undefined);
    let release = (): void => undefined;
    model.script.push(hold, hold, hold, () => new Promise((resolve) => (release = () => resolve('to four'))));
    for (const [index, text] of ['one', 'two', 'three', 'four'].entries()) {
      await ana.say(text);
      await waitFor(() => model.requests.length === index + 1, { what: `"${text}" to be asked` });
    }
    await ana.say('five');
    await waitFor(
      async () => {
        const [row] = await app.app
          .get(DataSource)
          .query<[{ turns: number }]>(`SELECT count(*)::integer AS turns FROM turns WHERE state = 'pending'`);
        return row.turns === 2;
      },
      { what: 'the second turn' },
    );
    release();
    await app.drained();
    expect(said(model.requests[3])).toEqual(['user: one\ntwo\nthree\nfour']);
    expect(said(model.requests[4])).toEqual(['user: one\ntwo\nthree\nfour', 'assistant: to four', 'user: five']);
    expect((await ana.ledger()).map(({ body }) => body)).toEqual(['to four', 'answer 5']);
  });

  it('is made by somebody else when the process ends in the middle of it', async () => {
    const ana = nextPhone();
    model.script.push(() => new Promise(() => undefined));
    await ana.say('are you there?');
    await waitFor(() => model.requests.length === 1, { what: 'the question to be asked' });
    await app.stop();
    app = await TestApp.start({ databaseUrl: database.url, model });
    await waitFor(async () => (await app.phone(ana.number).ledger()).length === 1, {
      what: 'the answer',
      timeoutMs: 25_000,
    });
  }, 40_000);

  it('is tried again while the model is overloaded', async () => {
    const ana = nextPhone();
    const overloaded = () => Promise.reject(new AppError('llm.overloaded', 'busy', { kind: 'unavailable' }));
    model.script.push(overloaded, overloaded);
    await ana.say('hello?');
    await app.drained(30_000);
    expect(await ana.ledger()).toHaveLength(1);
  }, 40_000);

  it('is given up, with its reason, when another try would end the same', async () => {
    const ana = nextPhone();
    model.script.push(() => Promise.reject(new AppError('llm.unauthorized', 'no key')));
    await ana.say('hello?');
    await app.drained();
    expect(await ana.ledger()).toEqual([]);
    const turns = await app.app.get(DataSource).query<object[]>(`SELECT reason FROM turns WHERE state = 'silent'`);
    expect(turns).toContainEqual({ reason: 'llm.unauthorized' });
  });

  it('is dropped when the owner was faster', async () => {
    const ana = nextPhone();
    let release = (): void => undefined;
    model.script.push(() => new Promise((resolve) => (release = () => resolve('too late'))));
    await ana.say('can somebody help me?');
    await waitFor(() => model.requests.length === 1, { what: 'the question to be asked' });
    await ana.say('yes, I can', { fromMe: true });
    await waitFor(
      async () => {
        const [row] = await app.app
          .get(DataSource)
          .query<{ id: string }[]>('SELECT id FROM chats WHERE taken_over_until > now()');
        return row !== undefined;
      },
      { what: 'the takeover' },
    );
    release();
    await app.drained();
    expect(await ana.ledger()).toEqual([]);
    const outbox = await app.app
      .get(DataSource)
      .query<object[]>(`SELECT state, reason FROM outbox WHERE state = 'dropped'`);
    expect(outbox).toEqual([{ state: 'dropped', reason: 'human-takeover' }]);
  });

  it('becomes a draft when the operator asks for drafts while it is written', async () => {
    const ana = nextPhone();
    let release = (): void => undefined;
    await ana.say('hello');
    await app.drained();
    model.script.push(() => new Promise((resolve) => (release = () => resolve('only a draft'))));
    await ana.say('what do you think?');
    await waitFor(() => model.requests.length === 2, { what: 'the question to be asked' });
    await app.request(`/api/conversations/chats/${ana.number}`, { method: 'PATCH', body: '{"reply_mode":"draft"}' });
    release();
    await app.drained();
    expect(await ana.ledger()).toHaveLength(1);
  });

  it('does not hold up other chats when it can never be sent', async () => {
    const [ana, eva] = [nextPhone(), nextPhone()];
    await ana.say('hello');
    await app.drained();
    await app.request(`/api/conversations/chats/${ana.number}`, { method: 'PATCH', body: '{"reply_mode":"draft"}' });
    await ana.say('hello again');
    await app.drained();
    const dataSource = app.app.get(DataSource);
    // What erasing a contact does: the key is gone, and with it the text.
    await dataSource.query(
      `UPDATE outbox SET body = 'gone', state = 'queued', approved_at = now() WHERE state = 'draft'`,
    );
    await eva.say('hello');
    await app.drained();
    expect(await eva.ledger()).toHaveLength(1);
    const failed = await dataSource.query<object[]>(`SELECT reason FROM outbox WHERE state = 'failed'`);
    expect(failed).toContainEqual({ reason: 'security.unreadable' });
  });

  it('is made without what the person asked to be forgotten', async () => {
    const ana = nextPhone();
    await ana.say('My name is Zoltan and I have epilepsy');
    await app.drained();
    await ana.say('forget everything about me');
    await app.drained();
    await ana.say('so what is my name?');
    await app.drained();
    const prompt = JSON.stringify(model.requests.at(-1));
    expect(prompt).toContain('so what is my name?');
    expect(prompt).not.toMatch(/Zoltan|epilepsy/);
  });

  it('answers what is asked beside an order to the memory, too', async () => {
    const ana = nextPhone();
    model.script.push(() => Promise.resolve('It is five.'));
    await ana.say('forget everything about me');
    await ana.say('and what time is it?');
    const bodies = await waitFor(
      async () => {
        const told = (await ana.ledger()).map(({ body }) => body);
        return told.includes('It is five.') && told;
      },
      { what: 'both to be answered' },
    );
    expect(bodies.some((body) => body.includes('forgotten'))).toBe(true);
    expect(JSON.stringify(model.requests.at(-1))).not.toContain('forget everything');
  });
});
