import type { DataSource, QueryRunner } from 'typeorm';

/** How long a holder that says nothing keeps an account. It renews three times in that time. */
export const LEASE_SECONDS = 15;
/** So long before its end we stop relying on a lease: a send that has begun must be over by then. */
const MARGIN_MS = 4_000;

/**
 * The right to act for one account. It ends when it is not renewed, and at once when the holder's own connection to Postgres is
 * gone, so a killed process leaves nothing to wait for. Each change of hands makes a higher fencing token.
 */
export class AccountLease {
  private connection: QueryRunner | undefined;
  private token: string | undefined;
  /** On this process's monotonic clock, counted from before we asked. */
  private lastsUntil = 0;

  constructor(
    private readonly dataSource: DataSource,
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
      this.connection ??= this.dataSource.createQueryRunner();
      this.token = (await (this.token ? this.renew(this.connection, this.token) : this.take(this.connection)))
        ?.fencing_token;
    } catch (error) {
      await this.lose();
      throw error;
    }
    this.lastsUntil = lastsUntil;
    return this.token !== undefined;
  }

  async release(): Promise<void> {
    if (this.connection && this.token) {
      await this.connection.query('UPDATE accounts SET lease_expires_at = NULL WHERE id = $1 AND fencing_token = $2', [
        this.accountId,
        this.token,
      ]);
    }
    await this.lose();
  }

  private async lose(): Promise<void> {
    this.token = undefined;
    const connection = this.connection;
    this.connection = undefined;
    await connection?.release();
  }

  private async take(connection: QueryRunner): Promise<{ fencing_token: string } | undefined> {
    const [rows] = await updated<{ fencing_token: string }>(
      connection,
      `UPDATE accounts SET lease_holder = $2, lease_backend_pid = pg_backend_pid(),
         lease_backend_start = (SELECT backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()),
         lease_expires_at = now() + make_interval(secs => $3), fencing_token = fencing_token + 1
       WHERE id = $1 AND (
         lease_expires_at IS NULL OR lease_expires_at < now() OR NOT EXISTS (
           SELECT 1 FROM pg_stat_activity AS holder
           WHERE holder.pid = lease_backend_pid AND holder.backend_start = lease_backend_start))
       RETURNING fencing_token`,
      [this.accountId, this.holder, LEASE_SECONDS],
    );
    return rows[0];
  }

  private async renew(connection: QueryRunner, token: string): Promise<{ fencing_token: string } | undefined> {
    const [rows] = await updated<{ fencing_token: string }>(
      connection,
      `UPDATE accounts SET lease_expires_at = now() + make_interval(secs => $3)
       WHERE id = $1 AND fencing_token = $2 AND lease_expires_at > now() RETURNING fencing_token`,
      [this.accountId, token, LEASE_SECONDS],
    );
    return rows[0];
  }
}

/** TypeORM answers an UPDATE with its rows and their number, untyped. */
async function updated<T>(
  connection: QueryRunner,
  sql: string,
  parameters: readonly unknown[],
): Promise<[T[], number]> {
  return (await connection.query(sql, [...parameters])) as [T[], number];
}
