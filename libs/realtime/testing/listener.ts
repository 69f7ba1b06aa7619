import { io, type Socket } from 'socket.io-client';

import { waitFor } from '#testing';

export interface Heard {
  readonly event: string;
  readonly payload: unknown;
}

export interface ListenerOptions {
  readonly token?: unknown;
  readonly transports?: readonly ('polling' | 'websocket')[];
  readonly origin?: string;
  readonly path?: string;
}

/** A client with the real library, which notes what it hears and what becomes of it. */
export class Listener {
  readonly heard: Heard[] = [];
  /** Why it was refused, or could not connect. */
  readonly refusals: string[] = [];
  /** Why its connection ended, in the library's words. */
  readonly ends: string[] = [];

  private constructor(readonly socket: Socket) {
    // How an account gets connected is told when it happens, and that may be in the middle of anything.
    socket.onAny((event: string, payload: unknown) => {
      if (event !== 'account:status') this.heard.push({ event, payload });
    });
    socket.on('connect_error', ({ message }) => this.refusals.push(message));
    socket.on('disconnect', (reason) => this.ends.push(reason));
  }

  /** Does not wait for anything. */
  static open(url: string, { token, transports = ['websocket'], origin, path }: ListenerOptions = {}): Listener {
    return new Listener(
      io(url, {
        auth: token === undefined ? {} : { token },
        transports: [...transports],
        extraHeaders: origin === undefined ? {} : { origin },
        forceNew: true,
        ...(path !== undefined && { path }),
        reconnectionDelay: 50,
      }),
    );
  }

  /** Waits until it is in. */
  static async connected(url: string, options: ListenerOptions): Promise<Listener> {
    const listener = Listener.open(url, options);
    try {
      await waitFor(() => listener.socket.connected, { what: 'the socket to connect' });
      return listener;
    } catch (error) {
      listener.close();
      throw error;
    }
  }

  /** Waits until it has heard so many events. */
  async hears(count: number): Promise<readonly Heard[]> {
    await waitFor(() => this.heard.length >= count, { what: `event ${count}` });
    return this.heard;
  }

  /** What it has heard of one event. */
  of(event: string): readonly unknown[] {
    return this.heard.flatMap((heard) => (heard.event === event ? [heard.payload] : []));
  }

  /** Says something and waits for the answer. */
  async says(command: string, ...values: readonly unknown[]): Promise<Record<string, unknown>> {
    return (await this.socket.timeout(5_000).emitWithAck(command, ...values)) as Record<string, unknown>;
  }

  close(): void {
    this.socket.disconnect();
  }
}
