import { Injectable } from '@nestjs/common';

import { Realtime } from '#realtime';
import type { ConnectionStatus, Linking } from '#whatsapp';

declare module '#realtime' {
  interface RealtimeEventMap {
    /** How an account is connected has changed. */
    'account:status': {
      scope: 'accounts:read';
      payload: { readonly id: string; readonly state: string; readonly reason: string | null; readonly since: string };
    };
    /** What links a phone to the account, now: the text of a QR code, or a pairing code. */
    'account:linking': {
      scope: 'accounts:write';
      payload: { readonly id: string } & Linking;
    };
  }
}

/** Tells the operator's sockets how an account is connected, and what links a phone to it. */
@Injectable()
export class AccountNews {
  constructor(private readonly realtime: Realtime) {}

  tell(id: string, { state, reason, since, linking }: ConnectionStatus): void {
    const payload = { id, state, reason, since: since.toISOString() };
    this.realtime.publish({ event: 'account:status', scope: 'accounts:read', payload });
    if (!linking) return;
    this.realtime.publish({ event: 'account:linking', scope: 'accounts:write', payload: { id, ...linking } });
  }
}
