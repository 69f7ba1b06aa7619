import type { PgEvents } from '#database';

import { FanOut } from './fan-out.port.js';

/** Over LISTEN and NOTIFY. */
export class PgFanOut extends FanOut {
  constructor(private readonly events: PgEvents) {
    super();
  }

  publish(channel: string, text: string): Promise<void> {
    return this.events.publish(channel, text);
  }

  async subscribe(channel: string, listener: (text: string) => void, onMissed: () => void): Promise<void> {
    await this.events.subscribe(channel, listener, onMissed);
  }
}
