import { OutboxBell, OutboxSender, WEB_ACCOUNT_ID, WebDelivery } from '#messaging';

import { LedgerPort, type DeliveredMessage } from './ledger-port.js';
import { FENCING_TOKEN } from './settlers.js';
import type { SimulatedPlatform } from './simulated-platform.js';
import type { SimulationClock } from './simulation-clock.js';

interface Waiting {
  readonly accountId: string;
  readonly at: Date;
}

const FOREVER = new AbortController().signal;

/** Lets leave what may: through the last gate of each account, at the account's own pace, the clock moved on while it waits. */
export class Postman {
  private readonly ports = new Map<string, LedgerPort>();
  /** The news of people on the web that were read already, and of when the latest are. */
  private readonly read = new Set<string>();
  private readUntil = new Date(0);

  constructor(
    private readonly platform: SimulatedPlatform,
    private readonly clock: SimulationClock,
    private readonly onArrival: (message: DeliveredMessage) => void,
  ) {
    this.answerFor(WEB_ACCOUNT_ID);
  }

  /** What waits for longer than until then waits. */
  async sendUntil(until: Date): Promise<void> {
    for (;;) {
      const waiting = await this.platform.query<Waiting>(WAITING_SQL);
      const soonest = Math.min(...waiting.map(({ at }) => at.getTime()));
      if (soonest >= until.getTime()) return;
      this.clock.moveTo(new Date(soonest));
      const now = this.clock.now();
      const ready = waiting.filter(({ at }) => at <= now);
      await Promise.all(ready.map(({ accountId }) => this.send(accountId)));
    }
  }

  private async send(accountId: string): Promise<void> {
    if (accountId === WEB_ACCOUNT_ID) return this.sendOnWeb();
    const owner = { accountId, fencingToken: FENCING_TOKEN, isHeld: () => true };
    await this.platform.part(OutboxSender).sendAll(this.portOf(accountId), owner, FOREVER);
  }

  /** There the message is delivered by the transaction that lets it leave: it is read from what their page is told. */
  private async sendOnWeb(): Promise<void> {
    await this.platform.part(WebDelivery).deliver();
    const news = await this.platform.query<DeliveredMessage & { place: string }>(NEWS_SQL, [this.readUntil]);
    for (const { place, ...message } of news.filter((one) => !this.read.has(one.place))) {
      this.read.add(place);
      this.onArrival(message);
    }
    this.readUntil = news.at(-1)?.at ?? this.readUntil;
  }

  private portOf(accountId: string): LedgerPort {
    const known = this.ports.get(accountId);
    if (known) return known;
    const port = new LedgerPort(accountId, this.clock, this.onArrival);
    this.ports.set(accountId, port);
    this.answerFor(accountId);
    return port;
  }

  /** As whoever sends for an account does, so that nobody else is called. We look by ourselves. */
  private answerFor(accountId: string): void {
    this.platform.part(OutboxBell).answer(accountId, () => undefined);
  }
}

const WAITING_SQL = `
SELECT outbox.account_id AS "accountId", greatest(min(not_before), max(held_until)) AS at
FROM outbox LEFT JOIN account_pacing ON account_pacing.account_id = outbox.account_id
WHERE state = 'queued' GROUP BY outbox.account_id`;

const NEWS_SQL = `
SELECT person_events.contact_id || ' ' || position AS place, external_id AS id, person_events.chat_id AS "chatId",
  person_events.created_at AS at
FROM person_events JOIN messages ON messages.id = message_id
WHERE event = 'message:received' AND author = 'assistant' AND person_events.created_at >= $1
ORDER BY person_events.created_at, position`;
