import type { DataSource } from 'typeorm';

import type { Clock } from '#kernel';

import { noAccount } from './simulator.errors.js';

/** Whether the network carries an account's messages: `down` until told otherwise, `logged-out` until linked again. */
export type Line = 'up' | 'down' | 'logged-out';

export interface AccountLine {
  readonly line: Line;
  /** A fault script set at run time; null: the one that the process was started with. */
  readonly faults: string | null;
}

/** The network's list of accounts. */
export class AccountLines {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Makes the account known, and gives it the messages that were posted before there was any account. */
  async register(accountId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const known = await manager.query<unknown[]>('SELECT FROM simulator_accounts WHERE account_id = $1', [accountId]);
      if (known.length > 0) return;
      // Keeps posts out, so that none is written without an account once there is one.
      await manager.query('LOCK TABLE simulator_messages IN SHARE ROW EXCLUSIVE MODE');
      await manager.query(
        'INSERT INTO simulator_accounts (account_id, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        [accountId, this.clock.now()],
      );
      await manager.query('UPDATE simulator_messages SET account_id = $1 WHERE account_id IS NULL', [accountId]);
    });
  }

  async find(accountId: string): Promise<AccountLine> {
    const rows = await this.dataSource.query<AccountLine[]>(
      'SELECT line, faults FROM simulator_accounts WHERE account_id = $1',
      [accountId],
    );
    if (!rows[0]) throw noAccount();
    return rows[0];
  }

  /** Changes one account, or all of them. Resolves with their ids. Throws `simulator.no-account`. */
  async change(change: Partial<AccountLine>, accountId?: string): Promise<string[]> {
    const [rows] = await this.dataSource.query<[{ account_id: string }[], number]>(
      `UPDATE simulator_accounts SET line = coalesce($1, line), faults = CASE WHEN $2 THEN $3 ELSE faults END
       WHERE $4::uuid IS NULL OR account_id = $4 RETURNING account_id`,
      [change.line ?? null, change.faults !== undefined, change.faults ?? null, accountId ?? null],
    );
    if (rows.length === 0) throw noAccount();
    return rows.map(({ account_id }) => account_id);
  }
}
