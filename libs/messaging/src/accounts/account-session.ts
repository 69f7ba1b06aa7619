import type { PgEvents } from '#database';
import { endsWithin, sleep } from '#kernel';
import type { Logger } from '#telemetry';
import { isConnected, type AccountMemory, type WhatsAppEvent, type WhatsAppPort } from '#whatsapp';

import { OUTBOX_CHANNEL } from '../outbox/outbox-channel.js';
import type { Ownership } from '../outbox/ownership.js';
import type { OutboxSender } from '../outbox/outbox-sender.service.js';
import { SYNC_CHANNEL } from '../sync/sync-channel.js';
import { ACCOUNTS_CHANNEL } from './accounts-channel.js';
import type { BegunDuties, SessionDuties } from './session-duties.service.js';
import type { SessionEvents } from './session-events.service.js';
import { parseTyping, TYPING_CHANNEL } from './typing-channel.js';

/** The outbox is looked at this often even when nothing calls, so that a lost notification costs little. */
const LOOK_MS = 1_000;
/** So long a send that is under way may still take when the account is let go of. Without a connection it ends by itself. */
const LAST_SEND_MS = 6_000;
const CUT_OFF_MS = 1_000;

export interface SessionParts {
  readonly observed: SessionEvents;
  readonly sender: OutboxSender;
  readonly duties: SessionDuties;
  readonly events: PgEvents;
  readonly logger: Logger;
}

/** One account while this process owns it: its events go in, its outbox goes out. */
export class AccountSession {
  private readonly stopping = new AbortController();
  private wake = new AbortController();
  private sending: Promise<void> = Promise.resolve();
  private unsubscribes: (() => Promise<void>)[] = [];
  private duties: BegunDuties | undefined;
  private reconciled = false;
  /** From then on the port's own view of its state counts no more. */
  private loggingOut = false;

  constructor(
    private readonly port: WhatsAppPort,
    private readonly owner: Ownership,
    private readonly memory: AccountMemory,
    private readonly parts: SessionParts,
    private readonly lookMs = LOOK_MS,
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
      await events.subscribe(ACCOUNTS_CHANNEL, (accountId) => {
        if (accountId === this.owner.accountId) this.duties?.pairing.call();
      }),
      await events.subscribe(SYNC_CHANNEL, (accountId) => {
        if (accountId === this.owner.accountId) this.duties?.sync.call();
      }),
    ];
    // It was ended while it began.
    if (this.stopping.signal.aborted) {
      await this.unsubscribe();
      return;
    }
    this.duties = this.parts.duties.begin(this.port, this.owner);
    await this.port.connect((event) => this.take(event), this.memory);
    this.sending = this.sendUntilStopped();
  }

  /** Unlinks the account from its phone, and ends. Also before `start`. */
  async logOut(): Promise<void> {
    this.loggingOut = true;
    try {
      await this.port.logout();
    } finally {
      await this.stop();
    }
  }

  /** Ends after the message that is under way. One that hangs is cut off: the next owner asks the history about it. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake.abort();
    await this.unsubscribe();
    const dutiesEnd = Promise.all([this.duties?.pairing.stop(), this.duties?.media.stop(), this.duties?.sync.stop()]);
    await endsWithin(this.sending, LAST_SEND_MS);
    await this.port.disconnect();
    await endsWithin(Promise.all([this.sending, dutiesEnd]), CUT_OFF_MS);
  }

  private async unsubscribe(): Promise<void> {
    for (const end of this.unsubscribes.splice(0)) await end();
  }

  private async take(event: WhatsAppEvent): Promise<void> {
    if (event.type === 'status' && this.loggingOut) return;
    await this.parts.observed.take(this.owner, event);
    if (event.type === 'status') {
      this.wake.abort();
      this.duties?.media.call();
      this.duties?.sync.call();
    }
    if (event.type === 'message' && event.message.media) this.duties?.media.call();
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
      await sleep(this.lookMs, signal);
      if (signal.aborted) this.wake = new AbortController();
    }
  }

  private async sendOnce(): Promise<void> {
    if (!isConnected(this.port.status())) return;
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
