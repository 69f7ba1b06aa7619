import { once } from 'node:events';

import { WebSocket } from 'ws';

import { waitFor } from '#testing';

const CONNECT = '40';

/** A client without the library, which is let in and then reads nothing any more. */
export class StuckListener {
  ended = false;

  private constructor(private readonly socket: WebSocket) {
    socket.on('close', () => (this.ended = true));
    socket.on('error', () => undefined);
  }

  static async open(url: string, token: string): Promise<StuckListener> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const listener = new StuckListener(socket);
    let admitted = false;
    socket.on('message', (data: Buffer) => (admitted ||= data.toString().startsWith(CONNECT)));
    await once(socket, 'open');
    socket.send(`${CONNECT}${JSON.stringify({ token })}`);
    await waitFor(() => admitted, { what: 'the socket to connect' });
    socket.pause();
    return listener;
  }

  /** Reads on. */
  resume(): void {
    this.socket.resume();
  }

  close(): void {
    this.socket.terminate();
  }
}
