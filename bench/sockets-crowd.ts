import { once } from 'node:events';

import { WebSocket } from 'ws';

const PING = '2';
const PONG = '3';
const OPENED = '0';
const ADMITTED = '40';
const AT_ONCE = 50;

/** How to talk to one of the servers. */
export interface Speech {
  /** What a client says first, and is in once it is answered; undefined where nobody is asked who it is. */
  readonly hello?: string;
  /** What a client says to hear it again, by number. */
  readonly echo: (number: number) => string;
}

/** socket.io by hand, so that the clients cost the same on both sides. */
export const socketIoSpeech = (token: string): Speech => ({
  hello: `${ADMITTED}${JSON.stringify({ token })}`,
  echo: (number) => `42${number}${JSON.stringify(['bench:echo', { number }])}`,
});

export const bareSpeech: Speech = { echo: (number) => JSON.stringify(['bench:echo', { number }]) };

/** Many clients of one server. */
export class SocketsCrowd {
  /** Called with each text that is neither greeting nor ping. */
  onText: (text: string) => void = () => undefined;

  private constructor(
    private readonly clients: WebSocket[],
    private readonly speech: Speech,
  ) {}

  static async enter(url: string, count: number, speech: Speech): Promise<SocketsCrowd> {
    const crowd = new SocketsCrowd([], speech);
    while (crowd.clients.length < count) {
      const next = Math.min(AT_ONCE, count - crowd.clients.length);
      crowd.clients.push(...(await Promise.all(Array.from({ length: next }, () => crowd.open(url)))));
    }
    return crowd;
  }

  /** Milliseconds that each of the echoes took, `perSecond` of them a second, by all clients in turn. */
  async echoes(perSecond: number, seconds: number): Promise<readonly number[]> {
    const sent: number[] = [];
    const took: number[] = [];
    const total = perSecond * seconds;
    const started = performance.now();
    return new Promise((resolve) => {
      this.onText = (text) => {
        const number = Number(/"number":(\d+)/.exec(text)?.[1]);
        took.push(performance.now() - (sent[number] ?? 0));
        if (took.length === total) resolve(took);
      };
      const timer = setInterval(() => {
        const due = Math.min(total, ((performance.now() - started) / 1_000) * perSecond);
        while (sent.length < due) {
          const number = sent.push(performance.now()) - 1;
          this.clients[number % this.clients.length]?.send(this.speech.echo(number));
        }
        if (sent.length === total) clearInterval(timer);
      }, 1);
    });
  }

  /** Milliseconds until the last client heard what `broadcast` has the server say. */
  lastHearing(broadcast: () => void): Promise<number> {
    return new Promise((resolve) => {
      let heard = 0;
      this.onText = (text) => {
        heard += 1;
        if (heard < this.clients.length) return;
        const sent = /"at":"(\d+)"/.exec(text)?.[1] ?? '0';
        resolve(Number(process.hrtime.bigint() - BigInt(sent)) / 1e6);
      };
      broadcast();
    });
  }

  leave(): void {
    for (const client of this.clients) client.terminate();
  }

  private async open(url: string): Promise<WebSocket> {
    const client = new WebSocket(url, { perMessageDeflate: false });
    const { hello } = this.speech;
    let admit: (() => void) | undefined;
    const admitted = hello === undefined ? undefined : new Promise<void>((resolve) => (admit = resolve));
    client.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text === PING) client.send(PONG);
      else if (admit && text.startsWith(ADMITTED)) admit();
      else if (!text.startsWith(OPENED)) this.onText(text);
    });
    await once(client, 'open');
    if (hello !== undefined) client.send(hello);
    await admitted;
    return client;
  }
}
