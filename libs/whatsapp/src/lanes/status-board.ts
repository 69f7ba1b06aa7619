import type { Clock } from '#kernel';

import type { ConnectionState, ConnectionStatus, Linking } from '../port/connection-status.js';

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

  change(state: ConnectionState, reason: string | null = null, linking?: Linking): void {
    const { current } = this;
    const isSame = state === current.state && reason === current.reason;
    if (isSame && textOf(linking) === textOf(current.linking)) return;
    const status = { state, reason, since: state === current.state ? current.since : this.clock.now(), linking };
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

function textOf(linking: Linking | undefined): string | undefined {
  return linking?.kind === 'code' ? linking.code : linking?.text;
}
