import type { ConnectorName } from '#config';

import type { WhatsAppCapabilities } from './whatsapp-capabilities.js';
import type { WhatsAppPort } from './whatsapp.port.js';

/** Opens accounts on the WhatsApp that `WHATSAPP_CONNECTOR` names. */
export abstract class WhatsAppConnector {
  abstract readonly name: ConnectorName;
  /** Of each of its accounts: known to every process, also to one that opens none. */
  abstract readonly capabilities: WhatsAppCapabilities;

  /** The account's port, not yet connected. */
  abstract open(accountId: string): WhatsAppPort;
}
