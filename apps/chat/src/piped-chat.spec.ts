import { PassThrough, Readable } from 'node:stream';

import { pipedChat, type Phone } from './piped-chat.js';
import type { PhoneEvent } from './phone-event.js';

/** Answers each text with `replies`, as a secretary would. */
class FakePhone implements Phone {
  readonly written: string[] = [];
  private readonly events = new PassThrough({ objectMode: true });

  constructor(private readonly replies: readonly string[]) {
    this.events.write({ type: 'open' });
  }

  write(body: string): Promise<string> {
    this.written.push(body);
    this.events.write({ type: 'ack', id: body, ack: 2 });
    this.events.write({ type: 'typing', on: true });
    for (const reply of this.replies) this.events.write({ type: 'message', id: reply, body: `${reply} ${body}` });
    return Promise.resolve(body);
  }

  async *watch(signal: AbortSignal): AsyncGenerator<PhoneEvent> {
    signal.addEventListener('abort', () => this.events.end());
    for await (const event of this.events) yield event as PhoneEvent;
  }

  whySilent(messageId: string): Promise<string> {
    return Promise.resolve(`${messageId} waits.`);
  }
}

async function chat(phone: FakePhone, input: string): Promise<string> {
  const output = new PassThrough();
  await pipedChat({ phone, input: Readable.from([input]), output, waitSeconds: 0.05, settledMs: 5 });
  return (output.read() as Buffer | null)?.toString() ?? '';
}

describe('pipedChat', () => {
  it('writes each line and prints the replies', async () => {
    const phone = new FakePhone(['you said']);
    expect(await chat(phone, 'hello\n\nthere')).toBe('you said hello\nyou said there\n');
    expect(phone.written).toEqual(['hello', 'there']);
  });

  it('prints all parts of a reply', async () => {
    expect(await chat(new FakePhone(['one', 'two']), 'x')).toBe('one x\ntwo x\n');
  });

  it('stops reading at /quit', async () => {
    const phone = new FakePhone(['ok']);
    expect(await chat(phone, 'a\n/quit\nb')).toBe('ok a\n');
  });

  it('says that no reply came, and why', async () => {
    await expect(chat(new FakePhone([]), 'hello\nthere')).rejects.toMatchObject({
      code: 'chat.no-reply',
      message: 'No reply came within 0.05 s. there waits.',
    });
  });

  it('ends at once when there is nothing to say', async () => {
    expect(await chat(new FakePhone(['never']), '')).toBe('');
  });
});
