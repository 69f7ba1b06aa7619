import { MsgKey } from './msg-key.js';
import { Wid } from './wid.js';

/** Said by the message itself, or only for this page. */
const OWN_WORDS = new Set([
  'id',
  'from',
  'to',
  'ack',
  'self',
  'local',
  'isNewMsg',
  'author',
  'participant',
  'mediaData',
]);

/** Those fields of a message that can be kept and sent. */
export function plainFields(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(data).filter(([name]) => !OWN_WORDS.has(name));
  return plainObject(entries);
}

function plainObject(entries: readonly [string, unknown][]): Record<string, unknown> {
  const plain = entries.map(([name, value]) => [name, plainValue(value)] as const);
  return Object.fromEntries(plain.filter(([, value]) => value !== undefined));
}

function plainValue(value: unknown): unknown {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (value instanceof Wid || value instanceof MsgKey) return value.toString();
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(plainValue);
  const isPlain = typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? plainObject(Object.entries(value)) : undefined;
}
