import type { OperatorSocket } from './operator-socket.js';

/** What may wait for a client that reads slowly. About as much again may be on its way in the connection itself. */
const BACKLOG_BYTES = 1_048_576;

/** Cuts the connection when its client reads so slowly that more than a MiB waits for it; it comes back by itself and starts anew. */
export function limitBacklog({ conn }: OperatorSocket, onCut: () => void): void {
  let waiting = 0;
  conn.on('packetCreate', ({ data }: { readonly data?: string | Buffer }) => {
    waiting += data ? Buffer.byteLength(data) : 0;
    if (waiting <= BACKLOG_BYTES || conn.readyState !== 'open') return;
    onCut();
    // Without `true` it would first wait for the client to read everything.
    conn.close(true);
  });
  conn.on('flush', () => {
    waiting = 0;
  });
}
