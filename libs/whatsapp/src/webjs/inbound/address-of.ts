import type { RawAddress } from './raw-message.js';

/** An address as one string, without the number of the device; '' when there is none. */
export function addressOf(raw: RawAddress | null | undefined): string {
  const text = typeof raw === 'string' ? raw : (raw?._serialized ?? joined(raw));
  return text.replace(/:\d+@/, '@');
}

function joined(raw: Exclude<RawAddress, string> | null | undefined): string {
  return raw?.user && raw.server ? `${raw.user}@${raw.server}` : '';
}
