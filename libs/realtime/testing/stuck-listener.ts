import { once } from 'node:events';

import { WebSocket } from 'ws';

import { waitFor } from '#testing';

import type { Heard } from './listener.js';

const CONNECT = '40';
const EVENT = '42';
const PING = '2';
const PONG = '3';

/** A client without the library, which is let in, and reads when it is told to. */
export class StuckListener {
  readonly heard: Heard[] = [];
  ended = false;

  private constructor(private readonly socket: WebSocket) {
    socket.on('close', () => (this.ended = true));
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => this.hear(data.toString()));
  }

  /** One that reads nothing from the moment on that it is let in. */
  static async stuck(url: string, token: string): Promise<StuckListener> {
    const listener = await StuckListener.open(url, token);
    listener.pause();
    return listener;
  }

  static async open(url: string, token: string): Promise<StuckListener> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const listener = new StuckListener(socket);
    let admitted = false;
    socket.on('message', (data: Buffer) => (admitted ||= data.toString().startsWith(CONNECT)));
    await once(socket, 'open');
    socket.send(`${CONNECT}${JSON.stringify({ token })}`);
    await waitFor(() => admitted, { what: 'the socket to connect' });
    return listener;
  }

  say(command: string, payload: unknown): void {
    this.socket.send(`${EVENT}${JSON.stringify([command, payload])}`);
  }

  of(event: string): readonly unknown[] {
    return this.heard.flatMap((heard) => (heard.event === event ? [heard.payload] : []));
  }

  /** Reads no more. */
  pause(): void {
    this.socket.pause();
  }

  /** Reads on. */
  resume(): void {
    this.socket.resume();
  }

  close(): void {
    this.socket.terminate();
  }

  private hear(text: string): void {
    if (text === PING) this.socket.send(PONG);
    if (!text.startsWith(EVENT)) return;
    const [event = '', payload] = JSON.parse(text.slice(EVENT.length)) as [string?, unknown?];
    this.heard.push({ event, payload });
  }
}
