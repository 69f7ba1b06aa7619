import type { LeaseConnection } from './lease-connection.js';

/** How long a holder that says nothing keeps an account. It renews three times in that time. */
export const LEASE_SECONDS = 15;
/** So long before its end we stop relying on a lease: a send that has begun must be over by then. */
const MARGIN_MS = 4_000;

/**
 * The right to act for one account. It ends when it is not renewed, and at once when the holder's own connection to Postgres is
 * gone, so a killed process leaves nothing to wait for. Each change of hands makes a higher fencing token.
 */
export class AccountLease {
  private token: string | undefined;
  /** On this process's monotonic clock, counted from before we asked. */
  private lastsUntil = 0;

  constructor(
    private readonly connection: LeaseConnection,
    readonly accountId: string,
    private readonly holder: string,
  ) {}

  /** The token under which we hold the account; undefined while we don't. */
  get fencingToken(): string | undefined {
    return this.token;
  }

  /** Whether the lease surely lasts for another moment, also when this process was held up since it was renewed. */
  isHeld(): boolean {
    return this.token !== undefined && performance.now() < this.lastsUntil;
  }

  /** Takes the lease when it is free, or keeps it when it is ours. Answers whether we hold it now. */
  async acquire(): Promise<boolean> {
    const lastsUntil = performance.now() + LEASE_SECONDS * 1_000 - MARGIN_MS;
    try {
      this.token = await (this.token ? this.renew(this.token) : this.take());
    } catch (error) {
      this.token = undefined;
      throw error;
    }
    this.lastsUntil = lastsUntil;
    return this.token !== undefined;
  }

  async release(): Promise<void> {
    const { token } = this;
    this.token = undefined;
    if (token) await this.connection.update(RELEASE_SQL, [this.accountId, token]);
  }

  private async take(): Promise<string | undefined> {
    const [row] = await this.connection.update<TokenRow>(TAKE_SQL, [this.accountId, LEASE_SECONDS, this.holder]);
    return row?.fencing_token;
  }

  private async renew(token: string): Promise<string | undefined> {
    const [row] = await this.connection.update<TokenRow>(RENEW_SQL, [this.accountId, LEASE_SECONDS, token]);
    return row?.fencing_token;
  }
}

interface TokenRow {
  readonly fencing_token: string;
}

/** The holder is the connection that asks, also when it is another one than at the last renewal. */
const HOLD_SQL = `
UPDATE accounts SET lease_backend_pid = pg_backend_pid(),
  lease_backend_start = (SELECT backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()),
  lease_expires_at = now() + make_interval(secs => $2)`;

const TAKE_SQL = `${HOLD_SQL}, lease_holder = $3, fencing_token = fencing_token + 1
WHERE id = $1 AND (
  lease_expires_at IS NULL OR lease_expires_at < now() OR NOT EXISTS (
    SELECT 1 FROM pg_stat_activity AS holder
    WHERE holder.pid = lease_backend_pid AND holder.backend_start = lease_backend_start))
RETURNING fencing_token`;

const RENEW_SQL = `${HOLD_SQL}
WHERE id = $1 AND fencing_token = $3 AND lease_expires_at > now() RETURNING fencing_token`;

const RELEASE_SQL = 'UPDATE accounts SET lease_expires_at = NULL WHERE id = $1 AND fencing_token = $2';
