import type { AccountMemory } from '../../port/account-memory.js';
import type { PageCalls } from '../client/page-calls.js';
import { CatchUp } from './catch-up.js';
import { EventLanes } from './event-lanes.js';
import type { MessageFeed } from './message-feed.js';
import type { People } from './people.js';

const CHAT = '34600000001@c.us';
const OVERLAP_S = 600;

/** A page with one chat, whose history is read as the test says. */
function stage(readHistory: (from: number) => Promise<object[]>) {
  let newest = 1_000_000;
  const reads: number[] = [];
  const memory: AccountMemory = {
    since: new Date(0),
    newestIn: () => Promise.resolve(new Map([[CHAT, new Date(newest * 1_000)]])),
    unknownOf: (messages) => Promise.resolve(messages),
  };
  const page = {
    call: () => Promise.resolve([{ id: CHAT, t: 2_000_000 }]),
    callWithin: (_ms: number, _work: unknown, { from }: { readonly from: number }) => {
      reads.push(from);
      return readHistory(from);
    },
  } as unknown as PageCalls;
  const lanes = new EventLanes({ listener: () => Promise.resolve(), report: () => undefined });
  const catchUp = new CatchUp({
    page,
    memory,
    lanes,
    feed: {} as unknown as MessageFeed,
    people: { learnOwn: () => Promise.resolve() } as unknown as People,
    report: () => undefined,
  });
  return { catchUp, lanes, reads, storeAt: (seconds: number) => (newest = seconds) };
}

describe('CatchUp', () => {
  it('reads a history again that could not be read, before it lets anything live pass', async () => {
    let fails = 1;
    const { catchUp, lanes, reads } = stage(() =>
      fails-- > 0 ? Promise.reject(new Error('the page was slow')) : Promise.resolve([]),
    );
    await catchUp.start();
    let readsBeforeLive = 0;
    lanes.push(CHAT, () => {
      readsBeforeLive = reads.length;
      return Promise.resolve();
    });
    await lanes.settled();
    expect(readsBeforeLive).toBe(2);
  });

  it('reads from where the lost page should have, though newer messages are stored by then', async () => {
    let lost: () => void = () => undefined;
    let isFirst = true;
    const { catchUp, lanes, reads, storeAt } = stage(() => {
      if (!isFirst) return Promise.resolve([]);
      isFirst = false;
      return new Promise((_, reject) => (lost = () => reject(new Error('the page is gone'))));
    });
    await catchUp.start();
    catchUp.hold();
    lost();
    await lanes.settled();
    storeAt(1_900_000);
    await catchUp.start();
    await lanes.settled();
    const from = 1_000_000 - OVERLAP_S;
    expect(reads).toEqual([from, from]);
  });
});
