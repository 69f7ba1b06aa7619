import type { ChatSocket, Message } from '#client';

import { MARK } from './conversation-stage.js';

export interface TalkerFaults {
  /** What was sent and never came back, and messages without an answer. */
  readonly lost: number;
  /** Messages that came twice, and answers beyond one. */
  readonly doubled: number;
  /** What is another conversation's. */
  readonly crossed: number;
}

/** One person in one conversation, who says something and hears what comes. */
export class Talker {
  private readonly heard: Message[] = [];
  private readonly saidAt = new Map<string, number>();
  private readonly ends: (() => void)[] = [];

  constructor(
    private readonly socket: ChatSocket,
    private readonly conversationId: string,
  ) {
    // One connection a person: whatever comes over it is counted, whichever conversation it is of.
    this.ends.push(socket.on('message:received', (message) => void this.heard.push(message)));
  }

  async join(): Promise<void> {
    this.ends.push(await this.socket.join(this.conversationId));
  }

  /** @param mark unlike that of anybody else */
  async say(mark: string): Promise<void> {
    this.saidAt.set(mark, performance.now());
    await this.socket.send({ conversationId: this.conversationId, content: `Hello, I am ${mark}.` });
  }

  /** Everything it has said is here, and answered. */
  get isDone(): boolean {
    return this.faults().lost === 0;
  }

  faults(): TalkerFaults {
    const crossed = this.heard.filter(
      ({ conversationId, content }) =>
        conversationId !== this.conversationId || (content.match(MARK) ?? []).some((mark) => !this.saidAt.has(mark)),
    );
    let lost = 0;
    let doubled = this.heard.length - new Set(this.heard.map(({ id }) => id)).size;
    for (const mark of this.saidAt.keys()) {
      const own = this.heard.filter(({ content }) => content.match(MARK)?.includes(mark));
      for (const sender of ['user', 'character']) {
        const count = new Set(own.filter(({ senderType }) => senderType === sender).map(({ id }) => id)).size;
        lost += count === 0 ? 1 : 0;
        doubled += Math.max(0, count - 1);
      }
    }
    return { lost, doubled, crossed: crossed.length };
  }

  close(): void {
    for (const end of this.ends) end();
    this.socket.close();
  }
}
