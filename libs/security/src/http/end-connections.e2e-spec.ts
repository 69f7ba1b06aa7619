import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { waitFor } from '#testing';

import { startEdgeApp } from '../../testing/edge-app.js';

describe('the end of a process', () => {
  it('is kept off by nobody who holds a connection', async () => {
    const edge = await startEdgeApp();
    const { port } = new URL(await edge.app.getUrl());
    const open = async (said: string): Promise<Socket> => {
      const socket = connect(Number(port), '127.0.0.1');
      await once(socket, 'connect');
      socket.on('error', () => undefined).resume();
      socket.write(said);
      return socket;
    };
    const request = 'GET /open HTTP/1.1\r\nHost: localhost\r\n';
    const silent = await open('');
    const slow = await open(request.slice(0, 20));
    const kept = await open(`${request}\r\n`);
    await once(kept, 'data');
    await edge.close();
    await waitFor(() => [silent, slow, kept].every(({ closed }) => closed), { what: 'the end of the connections' });
  }, 20_000);
});
