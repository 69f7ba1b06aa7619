import { describeConnection } from './connection.contract.js';
import { describeHistory } from './history.contract.js';
import { describeInbound } from './inbound.contract.js';
import { describeOutbound } from './outbound.contract.js';
import type { WhatsAppHarness } from './whatsapp-harness.js';

/** What the messaging relies on, for every adapter alike. `makeHarness` gives a fresh account each time. */
export function describeWhatsAppContract(name: string, makeHarness: () => Promise<WhatsAppHarness>): void {
  describe(`${name} keeps the WhatsApp contract`, () => {
    describeInbound(makeHarness);
    describeOutbound(makeHarness);
    describeConnection(makeHarness);
    describeHistory(makeHarness);
  });
}
