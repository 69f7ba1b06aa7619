export type TestRequest = (path: string, init?: RequestInit) => Promise<Response>;

export interface Delivery {
  readonly chat: string;
  readonly id: string;
  readonly body: string;
  readonly at: string;
  readonly ack: number;
}

export interface SaidOptions {
  readonly id?: string;
  readonly group?: string;
  readonly sentAt?: Date;
  /** The owner writes by hand, in the chat with this phone. */
  readonly fromMe?: boolean;
  readonly mentions?: readonly string[];
  /** The secretary is not told: only its history has it. */
  readonly unheard?: boolean;
}

/** One phone of the simulated network: it writes to us, and its ledger tells what reached it. */
export class TestPhone {
  constructor(
    private readonly request: TestRequest,
    readonly number: string,
    private readonly name: string,
  ) {}

  async say(
    body: string,
    { id, group, sentAt, fromMe, mentions, unheard }: SaidOptions = {},
  ): Promise<{ id: string; chat: string }> {
    const response = await this.request('/api/simulator/messages', {
      method: 'POST',
      body: JSON.stringify({
        from: this.number,
        name: this.name,
        body,
        id,
        group,
        sent_at: sentAt?.toISOString(),
        from_me: fromMe,
        mentions,
        unheard,
      }),
    });
    if (response.status !== 201) throw new Error(`the simulator answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as { id: string; chat: string };
  }

  /** Edits what was said here, or deletes it for everybody (`body` null), without the secretary being told. */
  async change(id: string, body: string | null): Promise<void> {
    const chat = this.number;
    const response =
      body === null
        ? await this.request(`/api/simulator/messages/${id}?chat=${encodeURIComponent(chat)}`, { method: 'DELETE' })
        : await this.request(`/api/simulator/messages/${id}`, {
            method: 'PATCH',
            body: JSON.stringify({ chat, body }),
          });
    if (response.status !== 204) throw new Error(`the simulator answered ${response.status}: ${await response.text()}`);
  }

  /** Everything that reached this phone's chat, repeats included, in order. */
  async ledger(chat = this.number): Promise<readonly Delivery[]> {
    const response = await this.request(`/api/simulator/deliveries?chat=${encodeURIComponent(chat)}`);
    const { deliveries } = (await response.json()) as { deliveries: Delivery[] };
    return deliveries;
  }
}
