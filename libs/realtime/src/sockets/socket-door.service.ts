import { Injectable } from '@nestjs/common';

import { Clock } from '#kernel';
import { Authenticator, RateLimiter, type Principal } from '#security';
import { Logger } from '#telemetry';

import type { Admission, ClientSocket } from './client-socket.js';

/** Wrong or missing keys one address may send in a minute, as over HTTP. */
const FAILURES_PER_MINUTE = 60;
const MINUTE_MS = 60_000;

/** Why a socket is not let in. The client sees the word and nothing else. */
export type Refusal = 'unauthenticated' | 'auth.expired' | 'rate-limited' | 'unavailable' | 'too-many-sockets';

export type Known = Pick<Admission, 'token' | 'principal' | 'checkedAt'>;

/** Lets sockets in by the key that they bring in their handshake, `auth: { token }`. */
@Injectable()
export class SocketDoor {
  private readonly failures = new RateLimiter(FAILURES_PER_MINUTE, MINUTE_MS);

  constructor(
    private readonly authenticator: Authenticator,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Who it is; a refusal for nobody we know. */
  async admit({ handshake }: Pick<ClientSocket, 'handshake'>): Promise<Known | Refusal> {
    const { address, auth } = handshake;
    const token: unknown = (auth as { readonly token?: unknown }).token;
    if (typeof token !== 'string') return this.refuse(address);
    let limited = false;
    try {
      const principal = await this.principalOf(token, () => {
        limited = this.failures.look(address) > 0;
        if (limited) throw new Error('rate-limited');
      });
      if (principal) return { token, principal, checkedAt: this.clock.now() };
      // Nobody guesses a signature, and a page whose token is over must not lock out who shares its address.
      if (!this.authenticator.bringsToken(headerOf(token))) return this.refuse(address);
      const { code } = await this.authenticator.refusal(headerOf(token));
      return code === 'auth.expired' ? code : 'unauthenticated';
    } catch (error) {
      if (limited) return 'rate-limited';
      this.logger.warn({ err: error }, 'the key of a socket could not be looked up');
      return 'unavailable';
    }
  }

  /** Whether the key of a socket that is in still holds. Throws when that cannot be found out. */
  async stillHolds({ data, conn }: ClientSocket): Promise<boolean> {
    const now = this.clock.now();
    const principal = await this.principalOf(data.token);
    if (!principal) return false;
    data.checkedAt = now;
    // Merged with somebody else: it comes back as who it is now.
    if (principal.person?.contactId !== data.principal.person?.contactId) conn.close(true);
    return true;
  }

  private principalOf(token: string, beforeLookUp?: () => void): Promise<Principal | null> {
    return this.authenticator.authenticate(headerOf(token), beforeLookUp);
  }

  private refuse(address: string): Refusal {
    return this.failures.take(address) > 0 ? 'rate-limited' : 'unauthenticated';
  }
}

function headerOf(token: string): string {
  return `Bearer ${token}`;
}
