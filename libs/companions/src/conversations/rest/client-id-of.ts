import { CLIENT_ID } from './conversation.dto.js';
import { clientIdsDiffer, wrongClientId } from '../conversations.errors.js';

/** The client's own name for a request: in the body, or as header `Idempotency-Key`. */
export function clientIdOf(inBody: string | undefined, header: string | undefined): string | undefined {
  if (header === undefined) return inBody;
  if (!CLIENT_ID.test(header)) throw wrongClientId();
  if (inBody !== undefined && inBody !== header) throw clientIdsDiffer();
  return header;
}
