import type { SendReceipt } from '../../port/outbound-message.js';
import { sendFailed, sendRejected, sendUnknown } from '../../port/whatsapp.errors.js';
import { ackOf } from '../inbound/ack-of.js';
import type { PageSendOutcome } from '../page/send-message.js';

/** What became of a send in the page, as the port says it: a receipt or one of its three errors. */
export function receiptOf(outcome: PageSendOutcome, at: Date): SendReceipt {
  switch (outcome.kind) {
    case 'sent':
      return { ack: ackOf(outcome.ack), at };
    case 'refused':
      throw sendFailed('WhatsApp refused it');
    case 'not-handed-over':
      throw sendFailed(outcome.reason);
    case 'rejected':
      throw sendRejected(outcome.reason);
    case 'unanswered':
      throw sendUnknown('WhatsApp did not answer in time');
  }
}
