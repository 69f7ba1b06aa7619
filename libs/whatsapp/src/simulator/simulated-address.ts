import { createHash } from 'node:crypto';

import { directChatIdOf } from '../port/phone-chat-id.js';
import { invalidAddress } from './simulator.errors.js';

/** The phone of every simulated account: what a group message mentions to mean us. */
export const OWN_PHONE = '+15550000000';
export const OWN_ID = '15550000000@c.us';

const WHATSAPP_ID = /^[\w.:-]+@[a-z.]+$/i;
const GROUP_DIGITS = 12;

/** The WhatsApp id that a person means by a phone (with or without `+`) or by an id. Throws `simulator.invalid-address`. */
export function addressOf(text: string, field: string): string {
  // A `+` in a query string arrives as a blank.
  const address = text.trim();
  const chatId = WHATSAPP_ID.test(address) ? address : directChatIdOf(address);
  if (chatId === null) throw invalidAddress(field);
  return chatId;
}

/** A group's id: its own when it is one, else made from its name, the same each time. */
export function groupIdOf(group: string): string {
  if (/^[\w-]+@g\.us$/.test(group)) return group;
  const digest = createHash('sha256').update(group).digest();
  const number = digest.readBigUInt64BE() % 10n ** BigInt(GROUP_DIGITS);
  return `120363${String(number).padStart(GROUP_DIGITS, '0')}@g.us`;
}
