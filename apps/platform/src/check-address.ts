import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Listens for a moment where the HTTP server will, so that a taken port is told before a database is started for nothing.
 * Throws Node's own error (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`).
 */
export async function checkAddress({ host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}
