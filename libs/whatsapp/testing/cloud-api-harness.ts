import { randomInt } from 'node:crypto';

import { newId, SystemClock, type Clock } from '#kernel';
import { waitFor } from '#testing';

import type { CloudApiAdapter } from '../src/cloud-api/cloud-api.adapter.js';
import { startCloudApiApp, type CloudApiApp } from './cloud-api-app.js';
import { GraphServer } from './graph/graph-server.js';
import { TestMemory } from './test-memory.js';
import type { PhoneSight, PhoneText, ReceivedText, WhatsAppHarness } from './whatsapp-harness.js';

const OWN_NUMBER = '15550783881';
export const VERIFY_TOKEN = 'the verify token of this test';

export interface CloudApiHarnessOptions {
  readonly databaseUrl: string;
  readonly clock?: Clock;
  readonly timeoutMs?: number;
  /** What the adapter uses, in place of the right one. */
  readonly token?: string;
}

/** A fresh phone number on a Graph server of our own, the webhook that it calls, and the phones. */
export class CloudApiHarness implements WhatsAppHarness {
  readonly accountId = newId();
  readonly port: CloudApiAdapter;
  readonly memory = new TestMemory();
  readonly longestText = 4_096;
  readonly typingEndsByItself = true;

  private constructor(
    readonly app: CloudApiApp,
    readonly graph: GraphServer,
  ) {
    this.port = app.connector.open(this.accountId);
  }

  static async start({
    databaseUrl,
    clock = new SystemClock(),
    token,
    timeoutMs,
  }: CloudApiHarnessOptions): Promise<CloudApiHarness> {
    const phoneNumberId = String(randomInt(1e12, 1e14));
    const secrets = { token: `token-of-${phoneNumberId}`, appSecret: `app-secret-of-${phoneNumberId}` };
    const graph = await GraphServer.start({ phoneNumberId, displayNumber: OWN_NUMBER, ...secrets });
    const settings = { ...secrets, token: token ?? secrets.token, phoneNumberId, verifyToken: VERIFY_TOKEN };
    const app = await startCloudApiApp({
      ...{ databaseUrl, clock, timeoutMs },
      settings: { ...settings, graphUrl: graph.url, version: 'v25.0' },
    });
    graph.webhook.callAt(`${app.url}/webhooks/whatsapp`);
    return new CloudApiHarness(app, graph);
  }

  async writeAsPhone({ id, from, name, body, quotedId }: PhoneText): Promise<void> {
    const quotedWamid = quotedId === undefined ? undefined : (this.graph.phones.wamidOfCallback(quotedId) ?? quotedId);
    await this.graph.write({ id, from, name, quotedWamid, content: { type: 'text', text: { body } } });
  }

  /** Under the ids of the port: those came along with the requests. Afterwards Meta has told all that it has to tell. */
  async receivedIn(chatId: string): Promise<readonly ReceivedText[]> {
    await this.graph.releaseStatuses();
    const deliveries = this.graph.phones.in(chatId.split('@')[0] ?? '');
    return deliveries.map(({ callback, body }) => ({ id: callback.split('.')[0] ?? '', body }));
  }

  seenIn(chatId: string): PhoneSight {
    const { phones } = this.graph;
    const to = chatId.split('@')[0] ?? '';
    return {
      typing: phones.typing.filter((writer) => writer === to).map(() => true),
      read: phones.read.filter((wamid) => phones.writerOf(wamid) === to),
    };
  }

  /** As if a contact had just written: free text is taken from now on for 24 hours. */
  async openWindow(phone: string, at = new Date()): Promise<void> {
    await this.app.dataSource.query(
      `INSERT INTO cloud_api_windows (phone_number_id, chat_id, heard_at) VALUES ($1, $2, $3)
       ON CONFLICT (phone_number_id, chat_id) DO UPDATE SET heard_at = $3`,
      [this.graph.number.phoneNumberId, `${phone.slice(1)}@c.us`, at],
    );
  }

  cutLine(): Promise<void> {
    return this.graph.cut();
  }

  /** Meta calls again after a while: later than we find out that Graph answers. */
  async restoreLine(): Promise<void> {
    await this.graph.restore();
    await waitFor(() => this.port.status().state === 'READY', { what: 'the adapter to see that Graph answers' });
    this.graph.webhook.restore();
  }

  loseAnswers(): Promise<void> {
    Object.assign(this.graph.faults, { loseAnswers: true, holdStatuses: true });
    return Promise.resolve();
  }

  refuseSends(): Promise<void> {
    this.graph.faults.refuseFirst = true;
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.port.disconnect();
    await this.graph.close();
    await this.app.close();
  }
}
