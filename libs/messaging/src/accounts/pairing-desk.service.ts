import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { PgEvents } from '#database';
import { Clock, newId, sleep } from '#kernel';
import { FieldCipher } from '#security';

import { AccountStatuses } from './account-statuses.service.js';
import { accountNotRunning, noPairingAnswer, pairingRefused } from './account.errors.js';
import { ACCOUNTS_CHANNEL } from './accounts-channel.js';
import { PAIRING_WAIT_MS, pairingAddress } from './pairing-request.js';

const LOOK_MS = 200;

/** The operator's side of pairing codes: asks the connector, in whatever process it runs, and waits for its answer. */
@Injectable()
export class PairingDesk {
  constructor(
    private readonly accounts: AccountStatuses,
    private readonly dataSource: DataSource,
    private readonly events: PgEvents,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /**
   * The code for a phone (+E.164). Throws `account.not-found`, `account.not-running`, `account.no-pairing-code` when no answer comes
   * in time, and what the connector says, such as `whatsapp.not-waiting`.
   */
  async ask(idOrName: string, phone: string): Promise<string> {
    const account = await this.accounts.find(idOrName);
    if (!account.owned) throw accountNotRunning();
    const id = await this.put(account.id, phone);
    try {
      return await this.answerTo(account.id, id);
    } finally {
      await this.dataSource.query('DELETE FROM pairing_requests WHERE id = $1 OR created_at < $2', [
        id,
        new Date(this.clock.now().getTime() - 10 * PAIRING_WAIT_MS),
      ]);
    }
  }

  private async put(accountId: string, phone: string): Promise<string> {
    const id = newId();
    const sealed = await this.cipher.seal(accountId, pairingAddress(id, 'phone'), phone);
    await this.dataSource.query(
      'INSERT INTO pairing_requests (id, account_id, phone, created_at) VALUES ($1, $2, $3, $4)',
      [id, accountId, sealed, this.clock.now()],
    );
    await this.events.publish(ACCOUNTS_CHANNEL, accountId);
    return id;
  }

  private async answerTo(accountId: string, id: string): Promise<string> {
    const deadline = performance.now() + PAIRING_WAIT_MS;
    while (performance.now() < deadline) {
      await sleep(LOOK_MS);
      const [row] = await this.dataSource.query<AnswerRow[]>(
        'SELECT code, error_code, error_message FROM pairing_requests WHERE id = $1 AND answered_at IS NOT NULL',
        [id],
      );
      if (row?.code) return this.cipher.open(accountId, pairingAddress(id, 'code'), row.code);
      if (row?.error_code) throw pairingRefused(row.error_code, row.error_message ?? '');
    }
    throw noPairingAnswer();
  }
}

interface AnswerRow {
  readonly code: Buffer | null;
  readonly error_code: string | null;
  readonly error_message: string | null;
}
