import type { PgEvents } from '#database';
import { Metrics, PinoLogger } from '#telemetry';
import { recordedLines } from '#telemetry/testing';

import { news, secretNews } from '../../testing/test-events.js';
import { Realtime } from './realtime.service.js';

const CANARY = 'canary-4c1e';

/** A `Realtime` on a database that answers when told to. */
function onDatabase() {
  const notifications: string[] = [];
  const answers: { done: () => void; fail: (error: Error) => void }[] = [];
  const events = {
    publish: (_channel: string, notification: string) => {
      notifications.push(notification);
      return new Promise<void>((done, fail) => answers.push({ done, fail }));
    },
  } as unknown as PgEvents;
  const metrics = new Metrics();
  const { lines, destination } = recordedLines();
  const logger = PinoLogger.create({ level: 'debug', format: 'json', name: 'test', destination });
  return { realtime: new Realtime(events, logger, metrics), notifications, answers, metrics, lines };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Realtime', () => {
  it('has one notification under way at a time, and sends what came meanwhile in one', async () => {
    const { realtime, notifications, answers } = onDatabase();
    realtime.publish(news('one'));
    await settled();
    for (const text of ['two', 'three']) realtime.publish(news(text));
    await settled();
    expect(notifications).toHaveLength(1);
    answers[0]?.done();
    await settled();
    expect(notifications.map((text) => JSON.parse(text) as unknown)).toEqual([
      [news('one')],
      [news('two'), news('three')],
    ]);
  });

  it('tells in one what one piece of work publishes', async () => {
    const { realtime, notifications } = onDatabase();
    for (const text of ['one', 'two', 'three']) realtime.publish(news(text));
    await settled();
    expect(notifications.map((text) => JSON.parse(text) as unknown)).toEqual([
      [news('one'), news('two'), news('three')],
    ]);
  });

  it('lets no event out under another scope than its own: by type', async () => {
    const { realtime, notifications } = onDatabase();
    realtime.publish(secretNews('right'));
    // @ts-expect-error who may only read would hear it
    realtime.publish({ ...secretNews('wrong'), scope: 'tests:read' });
    await settled();
    expect(notifications[0]).toContain('tests:write');
  });

  it('sends its last words before the process ends', async () => {
    const { realtime, answers } = onDatabase();
    let ended = false;
    realtime.publish(news('one'));
    await settled();
    realtime.publish(news('two'));
    const ending = realtime.beforeApplicationShutdown().then(() => (ended = true));
    answers[0]?.done();
    await settled();
    expect(ended).toBe(false);
    answers[1]?.done();
    await ending;
  });

  it('counts what is lost, goes on, and logs nothing of it', async () => {
    const { realtime, notifications, answers, metrics, lines } = onDatabase();
    realtime.publish(news(CANARY));
    await settled();
    answers[0]?.fail(new Error(`cannot send ${CANARY}`));
    await settled();
    realtime.publish(news('next'));
    await settled();
    expect(notifications).toHaveLength(2);
    expect(await metrics.text()).toContain('realtime_lost_total 1');
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain(CANARY);
  });

  it('keeps no more than it can hold while the database does not answer', async () => {
    const { realtime, metrics } = onDatabase();
    for (let index = 0; index < 1_010; index += 1) realtime.publish(news(String(index)));
    expect(await metrics.text()).toContain('realtime_lost_total 10');
  });
});
