import { Injectable } from '@nestjs/common';

import { isConnected, type WhatsAppPort } from '#whatsapp';

import { GestureSender } from './gestures/gesture-sender.service.js';
import { OutboxAlarm } from './outbox-alarm.service.js';
import { OutboxDelivery } from './outbox-delivery.service.js';
import { OutboxGate } from './outbox-gate.service.js';
import { OutboxReconciliation } from './outbox-reconciliation.service.js';
import type { Ownership } from './ownership.js';

/** Sends an account's outbox, one message at a time, each under the id that was made for it. */
@Injectable()
export class OutboxSender {
  constructor(
    private readonly gate: OutboxGate,
    private readonly delivery: OutboxDelivery,
    private readonly reconciliation: OutboxReconciliation,
    private readonly gestures: GestureSender,
    private readonly alarm: OutboxAlarm,
  ) {}

  /**
   * Sends what may leave now, until nothing is left, the connection or the lease is lost, or `signal` aborts. What is put in after the last
   * look is left to the next pass: whoever put it in rings the `OutboxBell`, and that has to be heard during a pass, too.
   */
  async sendAll(port: WhatsAppPort, owner: Ownership, signal: AbortSignal): Promise<void> {
    const mayGoOn = (): boolean => !signal.aborted && isConnected(port.status()) && owner.isHeld();
    while (mayGoOn()) {
      const { id, more, gestures } = await this.gate.next(owner.accountId);
      if (id && !(await this.sendOne(id, port, owner))) return;
      if (more) continue;
      if (gestures) await this.gestures.sendAll(port, owner, mayGoOn);
      return;
    }
  }

  /** Before anything else is sent. Throws when the connection is lost meanwhile; call it again then. */
  reconcile(port: WhatsAppPort, owner: Ownership): Promise<void> {
    return this.reconciliation.reconcile(port, owner);
  }

  /** False when the account is not ours any more. */
  private async sendOne(id: string, port: WhatsAppPort, owner: Ownership): Promise<boolean> {
    const admission = await this.gate.admit(id, owner);
    switch (admission.kind) {
      case 'admitted':
        await this.delivery.send(port, admission.message, owner);
        return true;
      case 'turned-away':
        if (admission.until) this.alarm.set(owner.accountId, admission.until);
        return true;
      case 'typing':
        this.alarm.set(owner.accountId, admission.until);
        await this.delivery.showTyping(port, admission);
        return true;
      case 'not-ours':
        return false;
    }
  }
}
