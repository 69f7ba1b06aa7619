import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { CloudApiConfig } from '#config';
import { PgEvents, Transactions } from '#database';
import { Clock, SystemClock } from '#kernel';
import { DataKeys } from '#security';
import { Logger, silentLogger } from '#telemetry';

import { WhatsAppConnector } from '../port/whatsapp-connector.js';
import { cloudApiSettings } from './cloud-api-settings.js';
import { CloudApiStore } from './cloud-api-store.js';
import { CloudApiConnector } from './cloud-api.connector.js';
import { GraphClient } from './graph/graph-client.js';
import { WebhookIntake } from './inbound/webhook-intake.js';

/** WhatsApp's official Cloud API, as `CloudApiConfig` names it. Needs `ConfigModule`, `DatabaseModule` and `SecurityModule`. */
@Module({
  providers: [
    {
      provide: CloudApiStore,
      inject: [CloudApiConfig, DataSource, DataKeys, { token: Clock, optional: true }],
      useFactory: (config: CloudApiConfig, dataSource: DataSource, keys: DataKeys, clock?: Clock) => {
        const { phoneNumberId } = cloudApiSettings(config);
        return new CloudApiStore({ dataSource, keys, phoneNumberId, clock: clock ?? new SystemClock() });
      },
    },
    {
      provide: WebhookIntake,
      inject: [CloudApiStore, Transactions, PgEvents],
      useFactory: (store: CloudApiStore, transactions: Transactions, events: PgEvents) =>
        new WebhookIntake({ store, transactions, events }),
    },
    {
      provide: WhatsAppConnector,
      inject: [CloudApiConfig, CloudApiStore, PgEvents, { token: Logger, optional: true }],
      useFactory: (config: CloudApiConfig, store: CloudApiStore, events: PgEvents, logger?: Logger) =>
        new CloudApiConnector({
          store,
          graph: new GraphClient(cloudApiSettings(config)),
          events,
          logger: logger ?? silentLogger,
        }),
    },
  ],
  exports: [WebhookIntake, WhatsAppConnector],
})
export class CloudApiModule {}
