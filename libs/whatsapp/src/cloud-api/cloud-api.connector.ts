import type { PgEvents } from '#database';
import type { Logger } from '#telemetry';

import { WhatsAppConnector } from '../port/whatsapp-connector.js';
import { CLOUD_API_CAPABILITIES } from './cloud-api-capabilities.js';
import type { CloudApiStore } from './cloud-api-store.js';
import { CloudApiAdapter, type CloudApiAdapterOptions } from './cloud-api.adapter.js';
import type { GraphClient } from './graph/graph-client.js';

export interface CloudApiConnectorOptions {
  readonly store: CloudApiStore;
  readonly graph: GraphClient;
  readonly events: PgEvents;
  readonly logger: Logger;
  readonly watch?: CloudApiAdapterOptions['watch'];
}

/** Opens accounts on WhatsApp's Cloud API: all of them are the one number that the settings name. */
export class CloudApiConnector extends WhatsAppConnector {
  readonly name = 'cloud-api';
  readonly capabilities = CLOUD_API_CAPABILITIES;

  constructor(private readonly options: CloudApiConnectorOptions) {
    super();
  }

  open(accountId: string): CloudApiAdapter {
    const { logger, ...options } = this.options;
    const report = (error: unknown): void => {
      logger.warn({ err: error, accountId }, 'something failed at the Cloud API and will be tried again');
    };
    return new CloudApiAdapter({ ...options, accountId, report });
  }
}
