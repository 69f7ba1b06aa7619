import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** What asks for another protocol. */
const OFFERS = new Set(['upgrade', 'http2-settings']);

/**
 * Answers whoever offers another protocol elsewhere than at our sockets as if it had not offered: `curl --http2` and Java's client
 * do so with every request. Node gives such a request to nobody once there is somebody who takes upgrades, so it is put back, without its offer.
 */
export function answerOtherUpgrades(server: Server, path: string): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, rest: Buffer) => {
    if (request.url?.startsWith(`${path}/`)) return;
    socket.unshift(Buffer.concat([Buffer.from(headOf(request), 'latin1'), rest]));
    server.emit('connection', socket);
  });
}

function headOf({ method = '', url = '', httpVersion, rawHeaders }: IncomingMessage): string {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    const kept = name.toLowerCase() === 'connection' ? withoutOffers(value) : value;
    if (!OFFERS.has(name.toLowerCase()) && kept) lines.push(`${name}: ${kept}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function withoutOffers(connection: string): string {
  const tokens = connection.split(',').map((token) => token.trim());
  return tokens.filter((token) => !OFFERS.has(token.toLowerCase())).join(', ');
}
