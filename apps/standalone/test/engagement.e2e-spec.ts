import { io, type Socket } from 'socket.io-client';
import { DataSource } from 'typeorm';

import { Delivery, Planner } from '#engagement';
import { DEFAULT_CHARACTER_ID } from '#memory';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TEST_API_KEY, TestApp } from '#testing/app';

import { befriend, longAgo, type Friend } from '../testing/befriend.js';

interface Plan {
  readonly id: string;
  readonly status: string;
  readonly text: string | null;
  readonly type: string;
  readonly due_at: string;
  readonly reasons: readonly { readonly code: string }[];
}

interface Heard {
  readonly event: string;
  readonly id: string;
}

const DAY_MS = 86_400_000;

describe('writing first', () => {
  let database: TestDatabase;
  let app: TestApp;
  let socket: Socket;
  const heard: Heard[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const env = { PROACTIVE_QUIET_HOURS: '00:00-00:00', PACING: 'off', TIME_ZONE: 'UTC' };
    app = await TestApp.start({ databaseUrl: database.url, env });
    socket = io(app.url, { transports: ['websocket'], auth: { token: TEST_API_KEY } });
    socket.onAny((event: string, news: { id: string }) => heard.push({ event, id: news.id }));
    await waitFor(() => Promise.resolve(socket.connected), { what: 'the socket to be open' });
  });

  afterAll(async () => {
    socket.disconnect();
    await app.stop();
    await database.drop();
  });

  async function ask<T = Plan>(path: string, method = 'GET', body?: object): Promise<T> {
    const response = await app.request(`/api/engagements${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** Where the plan is due, and approved: as the clock would. */
  async function deliver(id: string): Promise<void> {
    await app.app.get(DataSource).query(`UPDATE engagements SET due_at = now() WHERE id = $1`, [id]);
    await app.app.get(Delivery, { strict: false }).run();
    await app.drained();
    await app.app.get(Delivery, { strict: false }).run();
  }

  it('waits for an operator, and then arrives at the phone and is told on sockets', async () => {
    const phone = app.phone('+34600000001');
    await befriend(app, phone);
    const before = (await phone.ledger()).length;
    const due_at = new Date(Date.now() + 3_600_000).toISOString();
    const plan = await ask('/plan', 'POST', { contact_id: phone.number, type: 'check_in', due_at });
    await deliver(plan.id);
    expect((await phone.ledger()).length).toBe(before);

    await ask(`/${plan.id}`, 'PATCH', { text: 'How did your first week at the bakery go?' });
    await ask(`/${plan.id}/approve`, 'POST');
    await deliver(plan.id);
    const arrived = (await phone.ledger()).slice(before);
    expect(arrived.map(({ body }) => body)).toEqual(['How did your first week at the bakery go?']);
    expect(await ask(`/${plan.id}`)).toMatchObject({ status: 'sent', text: null });
    await waitFor(() => Promise.resolve(told(plan.id).includes('engagement:sent')), { what: 'the news on the socket' });
    expect(told(plan.id)).toEqual(
      expect.arrayContaining(['engagement:planned', 'engagement:approved', 'engagement:sent']),
    );
  });

  function told(planId: string): string[] {
    return heard.filter(({ id }) => id === planId).map(({ event }) => event);
  }

  it('asks about an exam on the evening of its day', async () => {
    const phone = app.phone('+34600000002');
    const friend = await befriend(app, phone);
    await ask(`/contacts/${friend.contactId}/preferences`, 'PUT', { zone: 'Europe/Madrid' });
    const day = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
    await remember(friend, 'Has an exam', new Date(`${day}T00:00:00Z`));
    const preview = await ask<{ type: string; proposed_at: string }>('/preview', 'POST', { contact_id: phone.number });
    expect(preview.type).toBe('memory_reminder');
    const shown = new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone: 'Europe/Madrid', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', hourCycle: 'h23' },
    }).format(new Date(preview.proposed_at));
    expect(shown).toMatch(new RegExp(`^${day}, (?:18|19|20)$`));
  });

  /** As the memory of that name would, found in what they said. */
  async function remember({ contactId, chatId }: Friend, fact: string, on: Date): Promise<void> {
    const body = { fact, category: 'plan', importance: 8 };
    const path = `/api/v1/characters/${DEFAULT_CHARACTER_ID}/memory/${contactId}`;
    const response = await app.request(path, { method: 'POST', body: JSON.stringify(body) });
    if (response.status !== 201) throw new Error(`${chatId}: ${await response.text()}`);
    const { memoryId } = (await response.json()) as { memoryId: string };
    await app.app.get(DataSource).query('UPDATE memories SET valid_from = $2 WHERE id = $1', [memoryId, on]);
  }

  it('leaves alone who has not answered, and stops after the fourth', async () => {
    const phone = app.phone('+34600000003');
    const friend = await befriend(app, phone);
    for (let sent = 0; sent < 4; sent++) {
      const due_at = new Date(Date.now() + 60_000).toISOString();
      const plan = await ask('/plan', 'POST', { contact_id: phone.number, due_at });
      await ask(`/${plan.id}/approve`, 'POST');
      await deliver(plan.id);
      expect(await ask(`/${plan.id}`)).toMatchObject({ status: 'sent' });
      const again = await app.request('/api/engagements/plan', {
        method: 'POST',
        body: JSON.stringify({ contact_id: phone.number, due_at: new Date(Date.now() + 60_000).toISOString() }),
      });
      expect(again.status).toBe(409);
      for (let days = 0; days < 20; days += 2) await longAgo(app, friend);
    }
    await app.app.get(Planner, { strict: false }).run();
    const { reasons } = await ask(`/contacts/${friend.contactId}`);
    expect(reasons.map(({ code }) => code)).toContain('gave-up');
  });
});
