import { Injectable } from '@nestjs/common';

import { Realtime } from '#realtime';
import { Logger } from '#telemetry';
import type { ConnectionState, ConnectionStatus, Linking } from '#whatsapp';

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

/** States that want somebody to do something. */
const WORRYING: ReadonlySet<ConnectionState> = new Set(['DEGRADED', 'LOGGED_OUT', 'RESTRICTED', 'FAILED']);

/** Tells the operator, in the log and over sockets, how an account is connected, and what links a phone to it. */
@Injectable()
export class AccountNews {
  private readonly told = new Map<string, ConnectionState>();

  constructor(
    private readonly realtime: Realtime,
    private readonly logger: Logger,
  ) {}

  tell(id: string, { state, reason, since, linking }: ConnectionStatus): void {
    this.log(id, state, reason);
    const payload = { id, state, reason, since: since.toISOString() };
    this.realtime.publish({ event: 'account:status', scope: 'accounts:read', payload });
    if (!linking) return;
    this.realtime.publish({ event: 'account:linking', scope: 'accounts:write', payload: { id, ...linking } });
  }

  private log(accountId: string, state: ConnectionState, reason: string | null): void {
    if (this.told.get(accountId) === state) return;
    this.told.set(accountId, state);
    const level = WORRYING.has(state) ? 'warn' : 'info';
    this.logger[level]({ accountId, state, reason }, `the account is ${state}`);
  }
}
