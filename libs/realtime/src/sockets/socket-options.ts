import type { ServerOptions } from 'socket.io';

import type { ChatConfig } from '#config';

import { isAllowedOrigin } from './allowed-origin.js';
import { ClosingWebSocketServer } from './closing-web-socket-server.js';

/** How the socket server runs. Times in ms. */
export function socketOptions({ websocketPath, websocketOrigins }: ChatConfig): Partial<ServerOptions> {
  const anyone = websocketOrigins.includes('*');
  return {
    path: websocketPath,
    serveClient: false,
    // Other paths are ours to answer (see answerOtherUpgrades).
    destroyUpgrade: false,
    wsEngine: ClosingWebSocketServer,
    allowRequest: ({ headers }, answer) => answer(null, isAllowedOrigin(headers, websocketOrigins)),
    // For `polling` alone: browsers ask nobody before they open a WebSocket.
    ...(websocketOrigins.length > 0 && { cors: { origin: anyone ? '*' : websocketOrigins } }),
    /** For the key to come. */
    connectTimeout: 10_000,
    /** Clients say little. */
    maxHttpBufferSize: 65_536,
    pingInterval: 25_000,
    pingTimeout: 20_000,
  };
}
