import { Injectable } from '@nestjs/common';

import { Clock } from '#kernel';
import { isConnected, type WhatsAppPort } from '#whatsapp';

import type { Ownership } from '../outbox/ownership.js';
import { ChatSyncRows, type DueSync } from './chat-sync-rows.service.js';
import { ChatSyncRunner } from './chat-sync-runner.service.js';
import { PhoneChats } from './phone-chats.service.js';

/** So few chats at a time: the phone's page does all on one thread. */
const AT_ONCE = 2;
const NOT_CAPABLE =
  'This account’s connector cannot read what its phone has. Link the phone with the webjs connector to compare chats.';

/** Works off what waits to be compared in one account, for as long as this process owns it. */
@Injectable()
export class ChatSyncs {
  constructor(
    private readonly phone: PhoneChats,
    private readonly rows: ChatSyncRows,
    private readonly runner: ChatSyncRunner,
    private readonly clock: Clock,
  ) {}

  /** Until nothing waits any more, the connection or the lease is lost, or `signal` aborts. */
  async workOff(port: WhatsAppPort, owner: Ownership, signal: AbortSignal): Promise<void> {
    const mayWork = (): boolean => !signal.aborted && owner.isHeld() && isConnected(port.status());
    if (!port.capabilities.history) return this.rows.unsupported(owner, NOT_CAPABLE);
    if (!mayWork()) return;
    await this.phone.find(port, owner);
    const inHand = new Set<string>();
    let taking: Promise<DueSync | undefined> = Promise.resolve(undefined);
    // One after another, lest two take the same.
    const take = (): Promise<DueSync | undefined> =>
      (taking = taking.then(async () => {
        const due = await this.rows.next(owner, [...inHand], this.clock.now());
        if (due) inHand.add(due.chatId);
        return due;
      }));
    const lane = async (): Promise<void> => {
      while (mayWork()) {
        const due = await take();
        if (!due) return;
        const isOver = await this.runner.run(port, owner, due, signal).finally(() => inHand.delete(due.chatId));
        if (!isOver) return;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }
}
