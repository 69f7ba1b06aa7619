import { serverSentEvents, type ServerSentEvent } from './server-sent-events.js';

const TEXT = 'event: message\nid: 1\ndata: {"body":"añ😀"}\n\n\ndata: {"on":true}\r\n\r\n: nothing\n\nevent: half\nda';

async function read(size: number): Promise<ServerSentEvent[]> {
  const bytes = new TextEncoder().encode(TEXT);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.slice(at, at + size));
  }
  const events: ServerSentEvent[] = [];
  for await (const event of serverSentEvents(chunks())) events.push(event);
  return events;
}

describe('serverSentEvents', () => {
  it.each([1, 2, 3, 7, 1_000])('reads events that come in pieces of %d bytes', async (size) => {
    expect(await read(size)).toEqual([
      { type: 'message', data: { body: 'añ😀' } },
      { type: 'message', data: { on: true } },
    ]);
  });
});
