import { addressOf } from './address-of.js';
import type { RawKey } from './raw-message.js';

/** The text of a message's key. The page's own is lost on the way to us since WhatsApp keeps it in another field. */
export function serializedKey({ fromMe, remote, id, participant }: RawKey): string {
  const parts = [String(fromMe), addressOf(remote), id];
  return (participant ? [...parts, addressOf(participant)] : parts).join('_');
}
