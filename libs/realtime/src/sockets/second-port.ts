import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';

import type { ClientSockets } from './client-socket.js';

const NOTHING_HERE = JSON.stringify({
  title: 'Not Found',
  status: 404,
  detail: 'Only sockets are served on this port.',
});

/** The same sockets on a port of their own. Throws Node's own error (`EADDRINUSE`, `EACCES`). */
export async function openSecondPort(
  { engine }: ClientSockets,
  at: { readonly host: string; readonly port: number; readonly path: string },
): Promise<Server> {
  const isOurs = ({ url = '' }: IncomingMessage): boolean => url.startsWith(`${at.path}/`);
  const server = createServer((request, response) => {
    if (isOurs(request)) engine.handleRequest(request, response);
    else response.writeHead(404, { 'content-type': 'application/problem+json' }).end(NOTHING_HERE);
  });
  server.on('upgrade', (request, socket, head) => {
    if (isOurs(request)) engine.handleUpgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
  server.listen(at.port, at.host);
  await once(server, 'listening');
  return server;
}
