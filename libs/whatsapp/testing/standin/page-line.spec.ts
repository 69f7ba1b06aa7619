import type { ServerResponse } from 'node:http';

import { EventLog } from './event-log.js';
import { PageLine } from './page-line.js';
import type { Frame, PageEvent } from './wire.js';

const DATA = 'data: ';

function newLine(events: number) {
  const log = new EventLog();
  for (let ack = 0; ack < events; ack += 1) log.append(newEvent(ack));
  const written: string[] = [];
  const response = {
    writeHead: () => undefined,
    write: (text: string) => written.push(text),
    destroy: () => undefined,
  };
  const line = new PageLine({ page: 'p', log, response: response as unknown as ServerResponse });
  const frames = () =>
    written.filter((text) => text.startsWith(DATA)).map((text) => JSON.parse(text.slice(DATA.length)) as Frame);
  return {
    line,
    log,
    sizes: () => frames().map((frame) => ('events' in frame ? [frame.from, frame.events.length] : [])),
  };
}

function newEvent(ack: number): PageEvent {
  return { kind: 'ack', target: { chat: '34600000001@c.us', id: 'a' }, ack };
}

describe('PageLine', () => {
  it('gives only what comes after the cursor, in bites', () => {
    const { line, sizes } = newLine(1_300);
    line.follow(200, 0);
    expect(sizes()).toEqual([
      [200, 500],
      [700, 500],
      [1_200, 100],
    ]);
  });

  it('goes on with what comes, unless it is held back or at its end', () => {
    const { line, log, sizes } = newLine(1);
    line.follow(1, 0);
    log.append(newEvent(1));
    line.holdBack(true);
    log.append(newEvent(2));
    log.append(newEvent(3));
    expect(sizes()).toEqual([[1, 1]]);
    line.holdBack(false);
    line.end();
    log.append(newEvent(4));
    expect(sizes()).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});
