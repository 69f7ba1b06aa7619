import type { ConnectorStage } from './connector-stage.js';

/** The chats that talk; each message is a turn of its own when it comes from another chat than the one before. */
const CHATS = 8;
const FIRST_PHONE = 34_600_700_000;

interface OperatorMessage {
  readonly chat: string;
  readonly text: string;
  readonly key: string;
}

/** Phones that write, and an operator who writes to them. What the program did not take is said again until it does. */
export class Traffic {
  /** WhatsApp's ids of everything that phones have said. */
  readonly said: string[] = [];
  /** Texts of what the operator sent, each another. */
  readonly ordered: string[] = [];
  private left: OperatorMessage[] = [];
  private count = 0;

  constructor(private readonly stage: ConnectorStage) {}

  /** Everybody writes once, so that the operator has somebody to write to. */
  async begin(): Promise<void> {
    for (let index = 0; index < CHATS; index += 1) await this.say(index);
  }

  /** `inbound` messages from phones and `outbound` ones of the operator, at once. */
  async burst(inbound: number, outbound: number): Promise<void> {
    for (let index = 0; index < outbound; index += 1) {
      this.count += 1;
      const text = `from the operator, number ${this.count}`;
      this.ordered.push(text);
      this.left.push({ chat: phoneOf(this.count), text, key: `chaos-${this.count}` });
    }
    const sayings = Array.from({ length: inbound }, () => this.say((this.count += 1)));
    await Promise.all([...sayings, this.order()]);
  }

  /** Gives the program what it has not accepted yet. */
  async order(): Promise<void> {
    const waiting = this.left;
    this.left = [];
    const refused = await Promise.all(
      waiting.map(async (message) => ((await this.accepted(message)) ? [] : [message])),
    );
    this.left.push(...refused.flat());
  }

  get allAccepted(): boolean {
    return this.left.length === 0;
  }

  private async say(place: number): Promise<void> {
    const body = `message ${this.said.length + 1} of a phone`;
    this.said.push(await this.stage.standIn.receive({ from: `+${phoneOf(place).replace('@c.us', '')}`, body }));
  }

  private async accepted({ chat, text, key }: OperatorMessage): Promise<boolean> {
    try {
      const path = `/api/conversations/chats/${chat}/messages`;
      const headers = { 'idempotency-key': key };
      const answer = await this.stage.process.request(path, {
        method: 'POST',
        headers,
        body: JSON.stringify({ text }),
      });
      return answer.status === 202;
    } catch {
      return false;
    }
  }
}

function phoneOf(place: number): string {
  return `${FIRST_PHONE + (place % CHATS)}@c.us`;
}
