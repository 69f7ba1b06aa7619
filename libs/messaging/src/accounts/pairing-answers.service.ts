import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AppError, Clock } from '#kernel';
import { FieldCipher } from '#security';
import { notCapable, type WhatsAppPort } from '#whatsapp';

import type { Ownership } from '../outbox/ownership.js';
import { PAIRING_WAIT_MS, pairingAddress } from './pairing-request.js';

/** The connector's side of pairing codes: asks WhatsApp for those that somebody waits for. */
@Injectable()
export class PairingAnswers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  async answerAll(port: WhatsAppPort, { accountId }: Ownership): Promise<void> {
    const [rows] = await this.dataSource.query<[{ id: string; phone: Buffer }[], number]>(
      `UPDATE pairing_requests SET taken_at = $2 WHERE account_id = $1 AND taken_at IS NULL AND created_at > $3 RETURNING id, phone`,
      [accountId, this.clock.now(), new Date(this.clock.now().getTime() - PAIRING_WAIT_MS)],
    );
    for (const { id, phone } of rows) await this.answer(port, accountId, id, phone);
  }

  private async answer(port: WhatsAppPort, accountId: string, id: string, phone: Buffer): Promise<void> {
    try {
      if (!port.capabilities.pairingCode) throw notCapable('link a phone by a code');
      const code = await port.requestPairingCode(await this.cipher.open(accountId, pairingAddress(id, 'phone'), phone));
      const sealed = await this.cipher.seal(accountId, pairingAddress(id, 'code'), code);
      await this.write(id, { sealed });
    } catch (error) {
      await this.write(id, { error: toAppError(error) });
    }
  }

  private async write(id: string, { sealed, error }: { readonly sealed?: Buffer; readonly error?: AppError }) {
    await this.dataSource.query(
      'UPDATE pairing_requests SET code = $2, error_code = $3, error_message = $4, answered_at = $5 WHERE id = $1',
      [id, sealed ?? null, error?.code ?? null, error?.message ?? null, this.clock.now()],
    );
  }
}

/** Of other errors the text may say anything: it stays here. */
function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError(
    'account.pairing-failed',
    'WhatsApp gave no code. Check the number, wait a minute, and try again.',
  );
}
