export type SocketMeaning =
  | { readonly kind: 'connected' | 'connecting' | 'pairing' | 'unheard-of' }
  /** `isIdle`: the QR has run out. */
  | { readonly kind: 'unpaired'; readonly isIdle: boolean }
  | { readonly kind: 'restricted'; readonly reason: string }
  | { readonly kind: 'broken'; readonly reason: string };

/** What WhatsApp Web's words for its connection mean to us. */
export function socketMeaning(state: string): SocketMeaning {
  switch (state) {
    case 'CONNECTED':
      return { kind: 'connected' };
    case 'OPENING':
    case 'TIMEOUT':
    case 'RESUMING':
    case 'SYNCING':
    case 'UNLAUNCHED':
      return { kind: 'connecting' };
    case 'PAIRING':
      return { kind: 'pairing' };
    case 'UNPAIRED':
    case 'UNPAIRED_IDLE':
      return { kind: 'unpaired', isIdle: state === 'UNPAIRED_IDLE' };
    case 'TOS_BLOCK':
    case 'SMB_TOS_BLOCK':
      return { kind: 'restricted', reason: 'WhatsApp has blocked this number. Open WhatsApp on the phone to see why.' };
    case 'PROXYBLOCK':
      return { kind: 'broken', reason: 'WhatsApp refuses connections from this network address.' };
    case 'CONFLICT':
      return { kind: 'broken', reason: 'WhatsApp Web was opened with this session in another place.' };
    case 'DEPRECATED_VERSION':
      return { kind: 'broken', reason: 'WhatsApp refuses this version of its page.' };
    default:
      return { kind: 'unheard-of' };
  }
}
