import type { ClientSocket } from './client-socket.js';

/** What may wait for a client that reads slowly. About as much again may be on its way in the connection itself. */
const MOST_BYTES = 1_048_576;
/** From here on nothing more is read from the tables for it. */
const HIGH_BYTES = 262_144;
/** From here on it is spared what passes. */
const BUSY_BYTES = 65_536;

/**
 * What waits for a client. One that reads nothing while others make news is cut: it comes back by itself and starts anew. What is in the
 * tables is not written to it before it reads, so that alone cuts nobody.
 */
export class Backlog {
  private waiting = 0;
  private wasHigh = false;

  constructor(
    { conn }: Pick<ClientSocket, 'conn'>,
    private readonly on: { readonly cut: () => void; readonly relief: () => void },
  ) {
    conn.on('packetCreate', ({ data }: { readonly data?: string | Buffer }) => {
      this.waiting += data ? Buffer.byteLength(data) : 0;
      if (this.waiting <= MOST_BYTES || conn.readyState !== 'open') return;
      this.on.cut();
      // Without `true` it would first wait for the client to read everything.
      conn.close(true);
    });
    conn.on('flush', () => {
      this.waiting = 0;
      if (!this.wasHigh) return;
      this.wasHigh = false;
      this.on.relief();
    });
  }

  /** Whoever asks and is told so is called again by `relief`. */
  get isHigh(): boolean {
    const isHigh = this.waiting > HIGH_BYTES;
    if (isHigh) this.wasHigh = true;
    return isHigh;
  }

  get isBusy(): boolean {
    return this.waiting > BUSY_BYTES;
  }
}
