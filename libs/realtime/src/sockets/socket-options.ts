import type { ServerOptions } from 'socket.io';

import { ClosingWebSocketServer } from './closing-web-socket-server.js';
import { isSameOrigin } from './same-origin.js';

export const SOCKET_PATH = '/socket.io';

/** How the socket server runs. Times in ms. */
export const SOCKET_OPTIONS: Partial<ServerOptions> = {
  path: SOCKET_PATH,
  serveClient: false,
  // Other paths are ours to answer (see answerOtherUpgrades).
  destroyUpgrade: false,
  wsEngine: ClosingWebSocketServer,
  allowRequest: ({ headers }, answer) => answer(null, isSameOrigin(headers)),
  /** For the key to come. */
  connectTimeout: 10_000,
  /** Clients say little. */
  maxHttpBufferSize: 65_536,
  pingInterval: 25_000,
  pingTimeout: 20_000,
};
