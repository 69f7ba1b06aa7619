import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { DatabaseAddress } from '../database-address.js';
import { errorMessage } from '../error-message.js';
import { queryPrepared } from '../statements/query-prepared.js';
import type { Statement } from '../statements/statements.js';
import { ListenConnection } from './listen-connection.js';

const NOTIFY: Statement = { name: 'events.notify', text: 'SELECT pg_notify($1, $2)' };

interface Subscription {
  readonly channel: string;
  readonly listener: (payload: string) => void;
  readonly onReconnect?: () => void;
}

/**
 * Short news between the processes, over Postgres' LISTEN and NOTIFY: delivered at most once, to whoever listens at that moment. So an event only
 * says "look at the table": the table stays the authority.
 */
@Injectable()
export class PgEvents implements OnApplicationShutdown {
  private readonly logger = new Logger(PgEvents.name);
  private readonly subscriptions = new Set<Subscription>();
  private readonly connection: ListenConnection;

  constructor(
    address: DatabaseAddress,
    private readonly dataSource: DataSource,
  ) {
    this.connection = new ListenConnection(address.url, {
      onNotification: (channel, payload) => this.deliver(channel, payload),
      onReconnect: () => this.tellReconnect(),
    });
  }

  /**
   * Sends `payload` (at most 7,999 bytes) to every listener of `channel` (at most 63 bytes) in every process, this one too. With a
   * `manager` it leaves when that transaction commits, and not at all when it rolls back; equal events of one transaction arrive once.
   */
  async publish(channel: string, payload: string, manager: EntityManager = this.dataSource.manager): Promise<void> {
    await queryPrepared(manager, NOTIFY, [channel, payload]);
  }

  /**
   * Calls `listener` with each event of `channel` from the moment that the promise resolves. After the connection was lost and is back,
   * calls `onReconnect`: events may have been missed, so look at the tables then. Returns the function that ends this.
   */
  async subscribe(
    channel: string,
    listener: (payload: string) => void,
    onReconnect?: () => void,
  ): Promise<() => Promise<void>> {
    const subscription = { channel, listener, onReconnect };
    this.subscriptions.add(subscription);
    await this.connection.listen(channel);
    return async () => {
      this.subscriptions.delete(subscription);
      const isLast = ![...this.subscriptions].some((other) => other.channel === channel);
      if (isLast) await this.connection.unlisten(channel);
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }

  private deliver(channel: string, payload: string): void {
    for (const subscription of this.subscriptions) {
      if (subscription.channel === channel) this.call(channel, () => subscription.listener(payload));
    }
  }

  private tellReconnect(): void {
    for (const { channel, onReconnect } of this.subscriptions) {
      if (onReconnect) this.call(channel, onReconnect);
    }
  }

  /** One listener's failure is not the others'. */
  private call(channel: string, listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.logger.error(`A listener of ${channel} failed: ${errorMessage(error)}`);
    }
  }
}
