import { WebSocketServer, type ServerOptions } from 'ws';

/** How long a peer may take to answer our goodbye before its connection is cut. */
const CLOSE_TIMEOUT_MS = 1_000;

/** `ws`, but a peer that does not read is gone in a second, not in 30: the end of the process does not wait that long, nor does its memory. */
export class ClosingWebSocketServer extends WebSocketServer {
  constructor(given: ServerOptions) {
    const options = { ...given, closeTimeout: CLOSE_TIMEOUT_MS };
    super(options);
  }
}
