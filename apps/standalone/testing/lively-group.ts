import type { TestApp, TestPhone } from '#testing/app';

const GAP_MS = 20_000;
const MESSAGES = 18;

/** What three people say to each other, and to nobody in particular. */
const LINES = [
  'who comes to the lake on Saturday',
  'me, but only after lunch',
  'the water is still cold',
  'cold is fine with a fire',
  'last year it rained all day',
  'we had the big tent then',
];

/** A group on the simulated network in which people talk. */
export class LivelyGroup {
  private readonly phones: readonly TestPhone[];
  /** WhatsApp's id of it; of the first message. */
  id = '';

  constructor(
    private readonly app: TestApp,
    readonly name: string,
    first: number,
  ) {
    this.phones = ['Ana', 'Bob', 'Eva'].map((person, place) => app.phone(`+${first + place}`, person));
  }

  /** Somebody says it now, or then. */
  async say(
    body: string,
    options: { readonly mentions?: readonly string[]; readonly sentAt?: Date } = {},
  ): Promise<void> {
    const [phone] = this.phones;
    this.id = (await phone!.say(body, { ...options, group: this.name })).chat;
  }

  /** The document's active conversation: three people, three messages a minute, the last of them now. */
  async talk(): Promise<void> {
    const now = Date.now();
    for (let index = 0; index < MESSAGES; index += 1) {
      const phone = this.phones[index % this.phones.length]!;
      const sentAt = new Date(now - (MESSAGES - 1 - index) * GAP_MS);
      this.id = (await phone.say(LINES[index % LINES.length]!, { group: this.name, sentAt })).chat;
    }
    await this.app.drained();
  }

  /** What reached the group from us. */
  async heard(): Promise<string[]> {
    return (await this.phones[0]!.ledger(this.id)).map(({ body }) => body);
  }
}
