// One of the two servers of the bench `sockets`, in a process of its own: ours, or bare `ws`. Told what to do over its IPC channel.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Module, type DynamicModule } from '@nestjs/common';
import { IsInt } from 'class-validator';
import { WebSocketServer } from 'ws';

import { Realtime, RealtimeHttpModule, SocketCommands } from '#realtime';

import { observed, type Platform } from '../apps/platform/src/index.js';
import { openBenchApp } from './bench-app.js';

declare module '#realtime' {
  interface RealtimeEventMap {
    'bench:news': { scope: 'bench:read'; payload: { readonly at: string } };
  }
}

export type SocketsOrder = 'broadcast' | 'memory' | 'end';

/** The first says where; those to `memory` how many bytes of heap and buffers are in use. */
export interface SocketsAnswer {
  readonly url?: string;
  readonly bytes?: number;
}

const SETTLED_MS = 1_000;

interface Sockets {
  readonly url: string;
  /** Tells everybody when it was sent, by the machine's clock. */
  broadcast(at: string): void;
}

class EchoDto {
  @IsInt()
  readonly number!: number;
}

@Module({ imports: [RealtimeHttpModule] })
class BenchSocketsModule {
  constructor(commands: SocketCommands) {
    commands.on('bench:echo', (_, { number }) => Promise.resolve({ number }), EchoDto);
  }

  static forRoot({ modules }: Platform): DynamicModule {
    return { module: BenchSocketsModule, imports: [...modules, ...observed()] };
  }
}

async function ours(databaseUrl: string): Promise<Sockets> {
  const { app, url } = await openBenchApp(databaseUrl, (platform) => BenchSocketsModule.forRoot(platform));
  const realtime = app.get(Realtime, { strict: false });
  return {
    url: `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
    broadcast: (at) => realtime.publish({ event: 'bench:news', scope: 'bench:read', payload: { at } }),
  };
}

async function bare(): Promise<Sockets> {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const server = new WebSocketServer({ server: http });
  server.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => socket.send(data.toString()));
  });
  return {
    url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/`,
    broadcast: (at) => {
      const text = JSON.stringify(['bench:news', { at }]);
      for (const client of server.clients) client.send(text);
    },
  };
}

function bytesInUse(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const [, , which, databaseUrl = ''] = process.argv;
const sockets = await (which === 'ours' ? ours(databaseUrl) : bare());
const answer = (text: SocketsAnswer): void => void process.send?.(text);
process.on('message', (order: SocketsOrder) => {
  switch (order) {
    case 'broadcast':
      return sockets.broadcast(String(process.hrtime.bigint()));
    case 'memory':
      // Those who have just left are forgotten by then.
      return void setTimeout(() => answer({ bytes: bytesInUse() }), SETTLED_MS);
    case 'end':
      process.exit(0);
  }
});
answer({ url: sockets.url });
