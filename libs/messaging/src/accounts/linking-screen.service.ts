import { Injectable } from '@nestjs/common';
import { toString } from 'qrcode';

import { WhatsAppConfig } from '#config';
import type { ConnectionStatus } from '#whatsapp';

const ADVICE =
  'To link your phone: open WhatsApp on it, then Settings > Linked devices > Link a device, and scan this code.';

/** Draws the QR code that links a phone in the terminal of whoever started the process. */
@Injectable()
export class LinkingScreen {
  /** What was drawn last, for each account: a code is drawn once. */
  private readonly drawn = new Map<string, string>();

  constructor(private readonly config: WhatsAppConfig) {}

  async show(accountId: string, { linking }: ConnectionStatus): Promise<void> {
    if (linking?.kind !== 'qr') {
      this.drawn.delete(accountId);
      return;
    }
    if (!this.isOn() || this.drawn.get(accountId) === linking.text) return;
    this.drawn.set(accountId, linking.text);
    process.stdout.write(`\n${await toString(linking.text, { type: 'terminal', small: true })}\n${ADVICE}\n\n`);
  }

  private isOn(): boolean {
    const { qrInTerminal } = this.config;
    return qrInTerminal === 'on' || (qrInTerminal === 'auto' && process.stdout.isTTY);
  }
}
