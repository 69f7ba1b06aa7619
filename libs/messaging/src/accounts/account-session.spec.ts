import type { PgEvents } from '#database';
import { waitFor } from '#testing';
import type { Logger } from '#telemetry';
import type { AccountMemory } from '#whatsapp';

import { FakePort } from '../../testing/fake-port.js';
import { OUTBOX_CHANNEL } from '../outbox/outbox-channel.js';
import type { OutboxSender } from '../outbox/outbox-sender.service.js';
import { AccountSession } from './account-session.js';
import type { SessionDuties } from './session-duties.service.js';
import type { SessionEvents } from './session-events.service.js';

const NEVER_MS = 3_600_000;
const OWNER = { accountId: 'ours', fencingToken: '1', isHeld: () => true };

/** A session that looks at its outbox only when it is called; `finish` ends the pass that is under way. */
class Stage {
  passes = 0;
  private ring: (accountId: string) => void = () => undefined;
  private end: () => void = () => undefined;
  readonly session = new AccountSession(
    new FakePort(),
    OWNER,
    {} as AccountMemory,
    {
      observed: {} as SessionEvents,
      sender: { reconcile: () => Promise.resolve(), sendAll: () => this.pass() } as unknown as OutboxSender,
      duties: { begin: () => undefined } as unknown as SessionDuties,
      events: {
        subscribe: (channel: string, on: (payload: string) => void) => this.subscribe(channel, on),
      } as PgEvents,
      logger: {} as Logger,
    },
    NEVER_MS,
  );

  call(accountId: string): void {
    this.ring(accountId);
  }

  finish(): void {
    this.end();
  }

  private pass(): Promise<void> {
    this.passes += 1;
    return new Promise((resolve) => (this.end = resolve));
  }

  private subscribe(channel: string, on: (payload: string) => void): Promise<() => Promise<void>> {
    if (channel === OUTBOX_CHANNEL) this.ring = on;
    return Promise.resolve(() => Promise.resolve());
  }
}

describe('AccountSession', () => {
  it('looks at its outbox once more when it is called while it looks', async () => {
    const stage = new Stage();
    await stage.session.start();
    await waitFor(() => stage.passes === 1, { what: 'the first pass' });
    stage.call(OWNER.accountId);
    expect(stage.passes).toBe(1);
    stage.finish();
    await waitFor(() => stage.passes === 2, { what: 'the pass that it was called for' });
    const stopped = stage.session.stop();
    stage.finish();
    await stopped;
  });
});
