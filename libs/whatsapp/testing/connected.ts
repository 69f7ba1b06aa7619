import { waitFor } from '#testing';

import { ListenerLog } from './listener-log.js';
import type { WhatsAppHarness } from './whatsapp-harness.js';

/** Connects the harness' port to a log, and waits until it is ready. */
export async function connected(harness: WhatsAppHarness): Promise<ListenerLog> {
  const log = new ListenerLog(harness.memory);
  await harness.port.connect(log.listener, log.memory);
  await waitFor(() => harness.port.status().state === 'READY', {
    what: 'the connection to be ready',
    timeoutMs: 25_000,
  });
  return log;
}
