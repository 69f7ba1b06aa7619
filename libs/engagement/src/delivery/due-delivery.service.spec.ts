import { jest } from '@jest/globals';

import type { Statements } from '#database';
import { FakeClock } from '#testing';

import type { PlanWords } from '../planner/plan-words.service.js';
import type { DeliveryOutcome } from './delivery-outcome.js';
import { DueDelivery } from './due-delivery.service.js';
import type { PlanDelivery } from './plan-delivery.service.js';

const HANDED: DeliveryOutcome = { kind: 'handed-over', outboxId: 'outbox', accountId: 'account' };
const WORDLESS: DeliveryOutcome = { kind: 'waits', reason: 'no-content', until: new Date(0) };

describe('what is due', () => {
  /** Three plans are due; `b` has no words. */
  function due(writeAll: PlanWords['writeAll'], bad: readonly string[] = []) {
    const plans = ['a', 'b', 'c'].map((id) => ({ id, contactId: id, dueAt: new Date(0) }));
    const waiting = new Set(['a', 'b', 'c']);
    const outcomeOf = (id: string): DeliveryOutcome => {
      if (id === 'b') return WORDLESS;
      return waiting.delete(id) ? HANDED : { kind: 'not-waiting' };
    };
    const handOverAll = jest.fn<PlanDelivery['handOverAll']>((ids) => {
      const isBad = ids.some((id) => bad.includes(id));
      return isBad ? Promise.reject(new Error('bad')) : Promise.resolve(ids.map(outcomeOf));
    });
    const failed = jest.fn<PlanDelivery['failed']>().mockResolvedValue(false);
    const delivery = new DueDelivery(
      { run: () => Promise.resolve(plans) } as unknown as Statements,
      { handOverAll, failed } as unknown as PlanDelivery,
      { writeAll } as unknown as PlanWords,
      new FakeClock(),
    );
    return { delivery, handOverAll, failed };
  }

  it('is looked at one by one where one cannot be looked at', async () => {
    const { delivery, handOverAll, failed } = due(() => Promise.resolve([]), ['c']);
    expect(await delivery.run()).toEqual({ handedOver: 1, waiting: 2, ended: 0 });
    expect(handOverAll.mock.calls).toEqual([[['a', 'b', 'c']], [['a']], [['b']], [['c']]]);
    expect(failed.mock.calls).toEqual([['c', new Error('bad')]]);
  });

  it('is counted, and not looked at again, where words cannot be found for another', async () => {
    const { delivery, handOverAll, failed } = due(() => Promise.reject(new Error('no model')));
    expect(await delivery.run()).toEqual({ handedOver: 2, waiting: 1, ended: 0 });
    expect(handOverAll.mock.calls).toEqual([[['a', 'b', 'c']], [['b']]]);
    expect(failed.mock.calls).toEqual([['b', new Error('no model')]]);
  });

  it('is let be, and nothing of it has failed, when its run is called off', async () => {
    const controller = new AbortController();
    const { delivery, handOverAll, failed } = due(() => {
      controller.abort();
      return Promise.reject(new Error('aborted'));
    });
    expect(await delivery.run(controller.signal)).toEqual({ handedOver: 2, waiting: 1, ended: 0 });
    expect(handOverAll).toHaveBeenCalledTimes(1);
    expect(failed).not.toHaveBeenCalled();
  });
});
