import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline';

import { AppError, sleep } from '#kernel';

import type { PhoneEvent } from './phone-event.js';
import type { Phone } from './piped-chat.js';

const RETRY_MS = 1_000;
const TICKS: Readonly<Record<number, string>> = { 1: '✓ sent', 2: '✓✓ delivered', 3: '✓✓ read' };

/** Talks in a terminal: what comes in is printed above the prompt, and the prompt tells ticks and typing. */
export class TerminalChat {
  private readonly lines: Interface;
  private readonly ending = new AbortController();
  private lastId: string | null = null;
  private readonly acks = new Map<string, number>();
  private typing = false;
  private patience: NodeJS.Timeout | undefined;

  constructor(
    private readonly phone: Phone,
    private readonly options: { readonly name: string; readonly waitSeconds: number },
  ) {
    this.lines = createInterface({ input: process.stdin, output: process.stdout });
  }

  /** Resolves at `/quit`, Ctrl-C or Ctrl-D. Throws what the first connection throws; later ones are tried again. */
  async run(): Promise<void> {
    this.lines.on('line', (line) => void this.onLine(line.trim()));
    this.lines.on('close', () => {
      this.ending.abort();
    });
    try {
      await this.watch();
    } finally {
      clearTimeout(this.patience);
      this.lines.close();
    }
  }

  private async watch(): Promise<void> {
    let wasOpen = false;
    while (!this.ending.signal.aborted) {
      try {
        for await (const event of this.phone.watch(this.ending.signal)) {
          if (event.type === 'open') this.print(wasOpen ? 'Connected again.' : 'Connected. /quit ends.');
          wasOpen = true;
          this.show(event);
        }
      } catch (error) {
        if (this.ending.signal.aborted) return;
        if (!wasOpen || !(error instanceof AppError && error.kind === 'unavailable')) throw error;
        this.print(`${error.message} Trying again…`);
        await sleep(RETRY_MS, this.ending.signal);
      }
    }
  }

  private show(event: PhoneEvent): void {
    switch (event.type) {
      case 'open':
        return;
      case 'message':
        this.typing = false;
        clearTimeout(this.patience);
        return this.print(`secretary: ${event.body}`);
      case 'typing':
        this.typing = event.on;
        if (event.on) this.waitOn();
        return this.prompt();
      case 'ack':
        this.acks.set(event.id, Math.max(event.ack, this.acks.get(event.id) ?? 0));
        return this.prompt();
    }
  }

  private async onLine(line: string): Promise<void> {
    if (line === '/quit') {
      this.lines.close();
      return;
    }
    if (line === '') {
      this.prompt();
      return;
    }
    try {
      this.lastId = await this.phone.write(line);
      this.acks.set(this.lastId, Math.max(1, this.acks.get(this.lastId) ?? 0));
      this.waitOn();
      this.prompt();
    } catch (error) {
      this.print(error instanceof AppError ? error.message : 'That was not sent.');
    }
  }

  /** From now on, so long a silence is explained, once. */
  private waitOn(): void {
    clearTimeout(this.patience);
    const id = this.lastId;
    if (id === null) return;
    this.patience = setTimeout(() => {
      void this.phone.whySilent(id).then((why) => {
        this.print(`(no answer yet) ${why}`);
      });
    }, this.options.waitSeconds * 1_000);
  }

  /** Keeps what is being typed. */
  private print(text: string): void {
    cursorTo(process.stdout, 0);
    clearLine(process.stdout, 0);
    process.stdout.write(`${text}\n`);
    this.prompt();
  }

  private prompt(): void {
    if (this.ending.signal.aborted) return;
    const { name } = this.options;
    const ack = this.lastId === null ? 0 : (this.acks.get(this.lastId) ?? 0);
    const state = this.typing ? 'secretary is typing…' : (TICKS[ack] ?? '');
    this.lines.setPrompt(state ? `${state} | ${name}> ` : `${name}> `);
    this.lines.prompt(true);
  }
}
