import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

import { noReply } from './chat.errors.js';
import type { PhoneEvent } from './phone-event.js';

/** After a reply and so much silence, nothing more is expected. */
const SETTLED_MS = 2_000;

export interface Phone {
  write(body: string): Promise<string>;
  watch(signal: AbortSignal): AsyncIterable<PhoneEvent>;
}

export interface PipedChatOptions {
  readonly phone: Phone;
  readonly input: Readable;
  readonly output: Writable;
  readonly waitSeconds: number;
  readonly settledMs?: number;
}

/** Writes each line of the input, prints the replies, and ends when they have settled. Throws `chat.no-reply`. */
export async function pipedChat(options: PipedChatOptions): Promise<void> {
  const { phone, input, output, waitSeconds, settledMs = SETTLED_MS } = options;
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  let sending: Promise<boolean> | null = null;
  let sentAll = false;
  let replies = 0;
  let limit: NodeJS.Timeout | undefined;
  let silence: NodeJS.Timeout | undefined;
  try {
    for await (const event of phone.watch(ending.signal)) {
      clearTimeout(silence);
      if (event.type === 'open') {
        sending = writeLines(phone, input);
        sending.then((wroteAny) => {
          sentAll = true;
          if (!wroteAny) end();
          limit = setTimeout(end, waitSeconds * 1_000);
          if (replies > 0) silence = setTimeout(end, settledMs);
        }, end);
      }
      if (event.type === 'message') {
        replies += 1;
        output.write(`${event.body}\n`);
      }
      const typing = event.type === 'typing' && event.on;
      if (sentAll && replies > 0 && !typing) silence = setTimeout(end, settledMs);
    }
  } finally {
    clearTimeout(limit);
    clearTimeout(silence);
  }
  const wroteAny = await sending;
  if (wroteAny && replies === 0) throw noReply(waitSeconds);
}

async function writeLines(phone: Phone, input: Readable): Promise<boolean> {
  let wroteAny = false;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '/quit') break;
    if (line.trim() === '') continue;
    await phone.write(line);
    wroteAny = true;
  }
  return wroteAny;
}
