import { AppError, type Clock } from '#kernel';
import type { Logger } from '#telemetry';

import { WhatsAppConnector } from '../port/whatsapp-connector.js';
import type { LinkPolicy } from './link/link-policy.js';
import { WEBJS_CAPABILITIES } from './webjs-capabilities.js';
import { WebjsAdapter } from './webjs.adapter.js';

export interface WebjsConnectorOptions {
  /** Folder of all browser profiles. */
  readonly sessions: string;
  readonly chromium?: string;
  readonly chromiumArgs: readonly string[];
  readonly policy: Partial<LinkPolicy>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Longer than anything that we ask of a browser, and far shorter than puppeteer's own three minutes. */
const PROTOCOL_TIMEOUT_MS = 100_000;
const START_MS = 60_000;

/** Opens accounts on WhatsApp Web, each in a browser of its own. */
export class WebjsConnector extends WhatsAppConnector {
  readonly name = 'webjs';
  readonly capabilities = WEBJS_CAPABILITIES;

  constructor(private readonly options: WebjsConnectorOptions) {
    super();
  }

  open(accountId: string): WebjsAdapter {
    const { sessions, chromium, chromiumArgs, policy, clock, logger } = this.options;
    return new WebjsAdapter({
      accountId,
      sessions,
      policy,
      clock,
      browser: { chromium, extraArgs: chromiumArgs, protocolTimeoutMs: PROTOCOL_TIMEOUT_MS, startMs: START_MS },
      report: (error) => {
        // What we refuse ourselves says what to do; where in the code it was said helps nobody.
        if (error instanceof AppError) logger.warn({ accountId, code: error.code }, error.message);
        else logger.warn({ err: error, accountId }, 'something failed on WhatsApp Web');
      },
    });
  }
}
