import type { Clock } from '#kernel';
import type { Logger } from '#telemetry';

import { WhatsAppConnector } from '../port/whatsapp-connector.js';
import type { FaultScript } from './fault-script.js';
import { SIMULATOR_CAPABILITIES } from './simulator-capabilities.js';
import type { SimulatorNetwork } from './simulator-network.js';
import { SimulatorAdapter } from './simulator.adapter.js';

export interface SimulatorConnectorOptions {
  readonly network: SimulatorNetwork;
  readonly faults: FaultScript;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Opens accounts on the simulated network. */
export class SimulatorConnector extends WhatsAppConnector {
  readonly name = 'simulator';
  readonly capabilities = SIMULATOR_CAPABILITIES;

  constructor(private readonly options: SimulatorConnectorOptions) {
    super();
  }

  open(accountId: string): SimulatorAdapter {
    const { logger, ...options } = this.options;
    const report = (error: unknown): void => {
      logger.warn({ err: error, accountId }, 'something failed on the simulated network and will be tried again');
    };
    return new SimulatorAdapter({ ...options, accountId, report });
  }
}
