import { Metrics, PinoLogger } from '#telemetry';
import { recordedLines } from '#telemetry/testing';

import { FanOut } from '../fan-out/fan-out.port.js';
import { PersonNews } from './person-news.service.js';

const CANARY = 'canary-77aa';

/** On a network that answers when told to. */
class SlowFanOut extends FanOut {
  readonly texts: string[] = [];
  readonly answers: { done: () => void; fail: (error: Error) => void }[] = [];

  publish(_channel: string, text: string): Promise<void> {
    this.texts.push(text);
    return new Promise((done, fail) => this.answers.push({ done, fail }));
  }

  subscribe(): Promise<void> {
    return Promise.resolve();
  }

  async answerAll(): Promise<void> {
    // Those that are added meanwhile, too.
    for (const { done } of this.answers) {
      done();
      await settled();
    }
  }

  get news(): readonly unknown[] {
    return this.texts.flatMap((text) => JSON.parse(text) as unknown[]);
  }
}

function onNetwork() {
  const fanOut = new SlowFanOut();
  const metrics = new Metrics();
  const { lines, destination } = recordedLines();
  const logger = PinoLogger.create({ level: 'debug', format: 'json', name: 'test', destination });
  return { fanOut, metrics, lines, news: new PersonNews(fanOut, logger, metrics) };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const tell = (news: PersonNews, delta: string): void => news.tell('person', 'chat', 'character:response', { delta });

describe('PersonNews', () => {
  it('says once that somebody has moved, however often it is told while it waits', async () => {
    const { fanOut, news } = onNetwork();
    for (let times = 0; times < 3; times += 1) ['a', 'b'].forEach((id) => news.moved(id));
    await settled();
    ['a', 'a', 'c'].forEach((id) => news.moved(id));
    expect(fanOut.texts).toEqual(['["a","b"]']);
    await fanOut.answerAll();
    expect(fanOut.texts).toEqual(['["a","b"]', '["a","c"]']);
  });

  it('keeps what passes in its order, in notifications that are small enough', async () => {
    const { fanOut, news } = onNetwork();
    for (let index = 0; index < 200; index += 1) tell(news, `${index} ${'ü'.repeat(100)}`);
    await settled();
    await fanOut.answerAll();
    expect(fanOut.news.map((told) => parseInt((told as { payload: { delta: string } }).payload.delta))).toEqual(
      Array.from({ length: 200 }, (_, index) => index),
    );
    expect(Math.max(...fanOut.texts.map((text) => Buffer.byteLength(text)))).toBeLessThan(8_000);
    expect(fanOut.texts.length).toBeLessThan(12);
  });

  it('says who has moved next, however much that passes waits', async () => {
    const { fanOut, news } = onNetwork();
    for (let index = 0; index < 500; index += 1) tell(news, 'x'.repeat(100));
    await settled();
    news.moved('a');
    fanOut.answers[0]?.done();
    await settled();
    expect(fanOut.texts[1]).toMatch(/^\["a",\{.*\}\]$/);
    await fanOut.answerAll();
    expect(fanOut.news).toHaveLength(501);
  });

  it('loses what is too large, and what comes while too much waits, but never who has moved', async () => {
    const { fanOut, metrics, news } = onNetwork();
    tell(news, 'x'.repeat(8_000));
    for (let index = 0; index < 2_010; index += 1) {
      tell(news, String(index));
      news.moved(`person-${index}`);
    }
    await settled();
    await fanOut.answerAll();
    expect(fanOut.news.filter((told) => typeof told === 'string')).toHaveLength(2_010);
    expect(fanOut.news.filter((told) => typeof told !== 'string')).toHaveLength(2_000);
    expect(await metrics.text()).toContain('realtime_people_lost_total 11');
  });

  it('counts what is lost, goes on, and logs nothing of it', async () => {
    const { fanOut, metrics, lines, news } = onNetwork();
    tell(news, CANARY);
    await settled();
    fanOut.answers[0]?.fail(new Error(`cannot send ${CANARY}`));
    await settled();
    news.moved('a');
    await settled();
    expect(fanOut.texts[1]).toBe('["a"]');
    expect(await metrics.text()).toContain('realtime_people_lost_total 1');
    expect(lines.join()).not.toContain(CANARY);
  });

  it('sends its last words before the process ends', async () => {
    const { fanOut, news } = onNetwork();
    news.moved('a');
    let ended = false;
    const ending = news.beforeApplicationShutdown().then(() => (ended = true));
    await settled();
    expect(ended).toBe(false);
    await fanOut.answerAll();
    await ending;
  });
});
