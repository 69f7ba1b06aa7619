import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

import { noReply } from './chat.errors.js';
import type { PhoneEvent } from './phone-event.js';

/** After a reply and so much silence, nothing more is expected. */
const SETTLED_MS = 2_000;

export interface Phone {
  write(body: string): Promise<string>;
  watch(signal: AbortSignal): AsyncIterable<PhoneEvent>;
  /** Why a message of this phone has no answer yet. Never fails. */
  whySilent(messageId: string): Promise<string>;
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
  let sending: Promise<string | null> | null = null;
  let sentAll = false;
  let replies = 0;
  let limit: NodeJS.Timeout | undefined;
  let silence: NodeJS.Timeout | undefined;
  try {
    for await (const event of phone.watch(ending.signal)) {
      clearTimeout(silence);
      if (event.type === 'open') {
        sending = writeLines(phone, input);
        sending.then((lastId) => {
          sentAll = true;
          if (lastId === null) end();
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
  const lastId = await sending;
  if (lastId !== null && replies === 0) throw noReply(waitSeconds, await phone.whySilent(lastId));
}

/** The id of the last message; null when there was none. */
async function writeLines(phone: Phone, input: Readable): Promise<string | null> {
  let lastId: string | null = null;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '/quit') break;
    if (line.trim() === '') continue;
    lastId = await phone.write(line);
  }
  return lastId;
}
