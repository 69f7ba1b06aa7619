import { Injectable } from '@nestjs/common';
import { toBuffer } from 'qrcode';
import { DataSource } from 'typeorm';

import { FieldCipher } from '#security';
import type { ConnectionState } from '#whatsapp';

import { AccountStatuses } from './account-statuses.service.js';
import { linkedBySettings, noQrCode } from './account.errors.js';
import { linkingAddress } from './sealed-linking.js';

/** Pixels of one module of the code: about 400 in all, which any phone reads off a screen. */
const SCALE = 8;

export interface ShownQr {
  /** What the code says. Whoever draws it can link their phone. */
  readonly text: string;
  readonly state: ConnectionState;
}

/** The QR code that an account shows at this moment, in whatever process it runs. */
@Injectable()
export class AccountLinking {
  constructor(
    private readonly accounts: AccountStatuses,
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
  ) {}

  /** Throws `account.not-found`, and `account.no-qr` when none is shown. */
  async qr(idOrName: string): Promise<ShownQr> {
    const account = await this.accounts.find(idOrName);
    if (account.linkingKind !== 'qr') {
      throw account.connector === 'cloud-api' ? linkedBySettings(account.connector) : noQrCode(account.status);
    }
    const [row] = await this.dataSource.query<{ linking: Buffer }[]>(
      `SELECT linking FROM accounts WHERE id = $1 AND linking_kind = 'qr'`,
      [account.id],
    );
    if (!row) throw noQrCode(account.status);
    const text = await this.cipher.open(account.id, linkingAddress(account.id), row.linking);
    return { text, state: account.status };
  }

  /** As a PNG. */
  draw(text: string): Promise<Buffer> {
    return toBuffer(text, { type: 'png', scale: SCALE });
  }
}
