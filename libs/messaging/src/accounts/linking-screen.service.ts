import { Injectable } from '@nestjs/common';
import { toString } from 'qrcode';

import { WhatsAppConfig } from '#config';
import { isConnected, type ConnectionState, type ConnectionStatus } from '#whatsapp';

import { AccountStatuses } from './account-statuses.service.js';

const ADVICE =
  'To link your phone: open WhatsApp on it, then Settings > Linked devices > Link a device, and scan this code.';

/** Draws the QR code that links a phone in the terminal of whoever started the process. */
@Injectable()
export class LinkingScreen {
  /** What was drawn last, for each account: a code is drawn once. */
  private readonly drawn = new Map<string, string>();

  constructor(
    private readonly config: WhatsAppConfig,
    private readonly accounts: AccountStatuses,
  ) {}

  async show(accountId: string, { state, linking }: ConnectionStatus): Promise<void> {
    if (linking?.kind !== 'qr') {
      if (this.drawn.delete(accountId)) process.stdout.write(`${afterCode(state)}\n\n`);
      return;
    }
    if (!this.isOn() || this.drawn.get(accountId) === linking.text) return;
    this.drawn.set(accountId, linking.text);
    const { name } = await this.accounts.find(accountId);
    const picture = await toString(linking.text, { type: 'terminal', small: true });
    process.stdout.write(`\nThe account "${name}":\n${picture}\n${ADVICE}\n\n`);
  }

  private isOn(): boolean {
    const { qrInTerminal } = this.config;
    return qrInTerminal === 'on' || (qrInTerminal === 'auto' && process.stdout.isTTY);
  }
}

/** What becomes of a code that is on the screen yet. */
function afterCode(state: ConnectionState): string {
  if (state === 'SYNCING' || isConnected({ state })) return 'Linked.';
  return state === 'PAIRING' ? 'The phone is being linked.' : 'That code counts no more.';
}
