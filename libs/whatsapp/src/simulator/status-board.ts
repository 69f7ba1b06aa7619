import type { Clock } from '#kernel';

import type { ConnectionState, ConnectionStatus } from '../port/connection-status.js';

const TRIES = 3;

/** Where the connection stands, told to the listener in the order of the changes. */
export class StatusBoard {
  private telling: Promise<void> = Promise.resolve();
  private current: ConnectionStatus;

  constructor(
    private readonly clock: Clock,
    private readonly tell: (status: ConnectionStatus) => Promise<void>,
    private readonly report: (error: unknown) => void,
  ) {
    this.current = { state: 'STOPPED', reason: null, since: clock.now() };
  }

  get status(): ConnectionStatus {
    return this.current;
  }

  change(state: ConnectionState, reason: string | null = null): void {
    if (state === this.current.state && reason === this.current.reason) return;
    const status = { state, reason, since: this.clock.now() };
    this.current = status;
    this.telling = this.telling.then(() => this.tellSome(status));
  }

  /** Resolves when the listener was told of every change. */
  settled(): Promise<void> {
    return this.telling;
  }

  private async tellSome(status: ConnectionStatus): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      try {
        await this.tell(status);
        return;
      } catch (error) {
        this.report(error);
      }
    }
  }
}
