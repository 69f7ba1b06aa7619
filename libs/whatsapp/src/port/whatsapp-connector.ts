import type { ConnectorName } from '#config';

import type { WhatsAppPort } from './whatsapp.port.js';

/** Opens accounts on the WhatsApp that `WHATSAPP_CONNECTOR` names. */
export abstract class WhatsAppConnector {
  abstract readonly name: ConnectorName;

  /** The account's port, not yet connected. */
  abstract open(accountId: string): WhatsAppPort;
}
