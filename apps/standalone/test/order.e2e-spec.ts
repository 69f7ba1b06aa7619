import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

const CHATS = 20;
const PER_CHAT = 30;
const OUTGOING = 10;

interface Page {
  readonly messages: readonly { readonly text: string; readonly author: string }[];
  readonly next_cursor: string | null;
}

describe('the order within a chat (promise 14)', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  /** What the contact of a chat said, oldest first, as the API tells it. */
  async function stored(chat: string): Promise<readonly string[]> {
    const response = await app.request(`/api/conversations/chats/${chat}/messages?limit=200`);
    const { messages, next_cursor } = (await response.json()) as Page;
    expect(next_cursor).toBeNull();
    return messages
      .filter(({ author }) => author === 'contact')
      .map(({ text }) => text)
      .reverse();
  }

  it(`is the one in which it was said, for ${CHATS} phones that talk at once`, async () => {
    // WhatsApp's times are whole seconds: within one, only the order of arrival tells what came first.
    const sentAt = new Date(Math.floor(Date.now() / 1_000) * 1_000);
    const said = Array.from({ length: PER_CHAT }, (_, index) => `number ${index}`);
    const phones = Array.from({ length: CHATS }, (_, index) =>
      app.phone(`+346000014${String(index).padStart(2, '0')}`),
    );
    await Promise.all(
      phones.map(async (phone) => {
        for (const body of said) await phone.say(body, { sentAt });
      }),
    );
    await app.drained(60_000);
    for (const phone of phones) expect(await stored(phone.number)).toEqual(said);
  }, 90_000);

  it('is the one in which the operator wrote, also when sends fail, each under one id', async () => {
    const ana = app.phone('+34600001499');
    await ana.say('hello', { fromMe: true });
    await app.drained();
    await faults({ failed_send: 1 });
    const written = Array.from({ length: OUTGOING }, (_, index) => `part ${index}`);
    const ids: string[] = [];
    for (const text of written) {
      const response = await app.request(`/api/conversations/chats/${ana.number}/messages`, {
        method: 'POST',
        body: JSON.stringify({ text }),
      });
      ids.push(((await response.json()) as { external_id: string }).external_id);
    }
    // Each try that failed costs two seconds: two messages are refused once, the others find the fault mended.
    await waitFor(async () => (await ana.ledger()).length >= 2, { what: 'two sends that failed first' });
    await faults({});
    await app.drained(60_000);
    const ledger = await ana.ledger();
    expect(ledger.map(({ body }) => body)).toEqual(written);
    expect(ledger.map(({ id }) => id)).toEqual(ids);
    expect(await attempts(ids)).toEqual(expect.arrayContaining([1, 2]));
  }, 90_000);

  function faults(script: object): Promise<Response> {
    return app.request('/api/simulator/faults', { method: 'PUT', body: JSON.stringify(script) });
  }

  /** How often each of these messages was tried. */
  async function attempts(ids: readonly string[]): Promise<readonly number[]> {
    const response = await app.request('/api/conversations/outbox?limit=200');
    const { outbox } = (await response.json()) as { outbox: { external_id: string; attempts: number }[] };
    return outbox.filter(({ external_id }) => ids.includes(external_id)).map(({ attempts }) => attempts);
  }
});
