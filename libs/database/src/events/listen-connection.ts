import pg from 'pg';

import { sleep } from '#kernel';

const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 5_000;
const HEARTBEAT_MS = 15_000;
const ANSWER_LIMIT_MS = 5_000;

export interface ListenHandlers {
  onNotification(channel: string, payload: string): void;
  /** The connection was lost and is back: notifications of the time between are lost. */
  onReconnect(): void;
}

/** One Postgres connection that listens to any number of channels, and comes back with all of them when it was lost. */
export class ListenConnection {
  private readonly channels = new Set<string>();
  private readonly closing = new AbortController();
  private waiting: (() => void)[] = [];
  private client?: pg.Client;
  /** Ends the wait for the loss of the present connection. */
  private giveUp?: () => void;
  private loop?: Promise<void>;

  constructor(
    private readonly url: string,
    private readonly handlers: ListenHandlers,
  ) {}

  /** Resolves when notifications of `channel` arrive from now on, however often the connection must be tried; or when closed. */
  async listen(channel: string): Promise<void> {
    this.channels.add(channel);
    this.loop ??= this.stayConnected();
    if (this.client && (await this.send(this.client, `LISTEN ${pg.escapeIdentifier(channel)}`))) return;
    if (this.closing.signal.aborted) return;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  async unlisten(channel: string): Promise<void> {
    this.channels.delete(channel);
    if (this.client) await this.send(this.client, `UNLISTEN ${pg.escapeIdentifier(channel)}`);
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.giveUp?.();
    this.wakeWaiting();
    await this.loop;
  }

  private async stayConnected(): Promise<void> {
    const { signal } = this.closing;
    let retryMs = FIRST_RETRY_MS;
    for (let connections = 0; !signal.aborted;) {
      const connected = await this.connectOnce(() => {
        retryMs = FIRST_RETRY_MS;
        if (connections++ > 0) this.handlers.onReconnect();
      });
      if (signal.aborted) return;
      await sleep(retryMs * (0.5 + Math.random() / 2), signal);
      if (!connected) retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    }
  }

  /** Connects, listens, and returns when the connection is gone; false when it never came to be. */
  private async connectOnce(onConnect: () => void): Promise<boolean> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'secretary-events',
      connectionTimeoutMillis: ANSWER_LIMIT_MS,
      query_timeout: ANSWER_LIMIT_MS,
      keepAlive: true,
    });
    const lost = new Promise<void>((resolve) => {
      client.once('end', resolve);
      client.on('error', () => resolve());
      this.giveUp = resolve;
    });
    client.on('notification', ({ channel, payload }) => this.handlers.onNotification(channel, payload ?? ''));
    try {
      await client.connect();
      // A live set: a channel that is added meanwhile is listened to as well.
      for (const channel of this.channels) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      this.client = client;
      onConnect();
      this.wakeWaiting();
      await Promise.race([lost, this.watch(client)]);
      return true;
    } catch {
      return false;
    } finally {
      this.client = undefined;
      // Not awaited: a server that is gone never says goodbye.
      void client.end().catch(() => undefined);
    }
  }

  /** Returns when the server no longer answers: a broken line may otherwise go unnoticed for many minutes. */
  private async watch(client: pg.Client): Promise<void> {
    do await sleep(HEARTBEAT_MS, this.closing.signal);
    while (this.client === client && (await this.send(client, 'SELECT 1')));
  }

  /** False when the connection failed; it is then given up, and the next one listens to everything again. */
  private async send(client: pg.Client, sql: string): Promise<boolean> {
    try {
      await client.query(sql);
      return true;
    } catch {
      if (this.client === client) this.giveUp?.();
      return false;
    }
  }

  private wakeWaiting(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const wake of waiting) wake();
  }
}
