import type { PgEvents } from '#database';
import { sleep } from '#kernel';
import type { Logger } from '#telemetry';
import type { AccountMemory, WhatsAppEvent, WhatsAppPort } from '#whatsapp';

import type { EventIntake } from '../inbound/event-intake.service.js';
import { OUTBOX_CHANNEL } from '../outbox/outbox-channel.js';
import type { Ownership } from '../outbox/ownership.js';
import type { OutboxSender } from '../outbox/outbox-sender.service.js';
import type { AccountStatuses } from './account-statuses.service.js';
import { parseTyping, TYPING_CHANNEL } from './typing-channel.js';

/** The outbox is looked at this often even when nothing calls, so that a lost notification costs little. */
const LOOK_MS = 1_000;

export interface SessionParts {
  readonly intake: EventIntake;
  readonly sender: OutboxSender;
  readonly statuses: AccountStatuses;
  readonly events: PgEvents;
  readonly logger: Logger;
}

/** One account while this process owns it: its events go in, its outbox goes out. */
export class AccountSession {
  private readonly stopping = new AbortController();
  private wake = new AbortController();
  private sending: Promise<void> = Promise.resolve();
  private unsubscribes: (() => Promise<void>)[] = [];
  private reconciled = false;

  constructor(
    private readonly port: WhatsAppPort,
    private readonly owner: Ownership,
    private readonly memory: AccountMemory,
    private readonly parts: SessionParts,
  ) {}

  async start(): Promise<void> {
    const { events } = this.parts;
    this.unsubscribes = [
      await events.subscribe(
        OUTBOX_CHANNEL,
        (accountId) => {
          if (accountId === this.owner.accountId) this.wake.abort();
        },
        () => {
          this.wake.abort();
        },
      ),
      await events.subscribe(TYPING_CHANNEL, (payload) => void this.showTyping(payload)),
    ];
    await this.port.connect((event) => this.take(event), this.memory);
    this.sending = this.sendUntilStopped();
  }

  /** Ends after the message that is under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake.abort();
    for (const unsubscribe of this.unsubscribes) await unsubscribe();
    await this.sending;
    await this.port.disconnect();
  }

  private async take(event: WhatsAppEvent): Promise<void> {
    if (event.type !== 'status') {
      await this.parts.intake.take(this.owner.accountId, event);
      return;
    }
    await this.parts.statuses.set(this.owner, event.status);
    this.wake.abort();
  }

  private async sendUntilStopped(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const { signal } = this.wake;
      try {
        await this.sendOnce();
      } catch (error) {
        // A message may have passed the gate without an end that we know of.
        this.reconciled = false;
        this.parts.logger.error({ err: error, accountId: this.owner.accountId }, 'the outbox could not be worked on');
      }
      await sleep(LOOK_MS, signal);
      if (signal.aborted) this.wake = new AbortController();
    }
  }

  private async sendOnce(): Promise<void> {
    if (!['READY', 'DEGRADED'].includes(this.port.status().state)) return;
    if (!this.reconciled) {
      await this.parts.sender.reconcile(this.port, this.owner);
      this.reconciled = true;
    }
    await this.parts.sender.sendAll(this.port, this.owner, this.stopping.signal);
  }

  private async showTyping(payload: string): Promise<void> {
    const typing = parseTyping(payload);
    if (typing?.accountId !== this.owner.accountId) return;
    try {
      await this.port.setTyping(typing.chatExternalId, true);
    } catch (error) {
      this.parts.logger.debug({ err: error }, 'the typing indicator could not be shown');
    }
  }
}
