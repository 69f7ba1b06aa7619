import { ADMIN_KEY, startEdgeApp, type EdgeApp } from '../../testing/edge-app.js';

const WRONG_KEY = `sec_${'0'.repeat(12)}_${'a'.repeat(43)}`;

describe.each([
  { proxies: [], each: [200, 200, 200, 200, 200, 429], who: 'nobody' },
  { proxies: ['127.0.0.0/8'], each: [200, 200, 200, 200, 200, 200], who: 'the proxy' },
])('when $who is believed who called', ({ proxies, each }) => {
  it('the rate limit counts by that', async () => {
    const edge = await startEdgeApp(5, proxies);
    const seen: number[] = [];
    for (const caller of each.keys()) {
      const { response } = await edge.call('/open', { headers: { 'x-forwarded-for': `203.0.113.${caller}` } }, null);
      seen.push(response.status);
    }
    await edge.close();
    expect(seen).toEqual(each);
  });
});

describe('rate limits', () => {
  let edge: EdgeApp;

  beforeEach(async () => {
    edge = await startEdgeApp(5);
  });

  afterEach(() => edge.close());

  async function statuses(times: number, path: string, keyOf: (time: number) => string | null) {
    const seen: number[] = [];
    for (let time = 0; time < times; time++) seen.push((await edge.call(path, {}, keyOf(time))).response.status);
    return seen;
  }

  it('hold for a key, however it is spelled', async () => {
    const spelled = (time: number) => `${' '.repeat(time)}${ADMIN_KEY}`;
    expect(await statuses(6, '/notes', spelled)).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('hold for an address without a key, and say when to come back', async () => {
    expect(await statuses(5, '/open', () => null)).toEqual([200, 200, 200, 200, 200]);
    const { response, problem } = await edge.call('/open', {}, null);
    expect([response.status, problem.code]).toEqual([429, 'request.rate-limited']);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('spare the health routes', async () => {
    expect(new Set(await statuses(10, '/health', () => null))).toEqual(new Set([200]));
  });

  it('stop who guesses keys, and never the operator', async () => {
    const seen = await statuses(70, '/notes', () => WRONG_KEY);
    expect(seen.filter((status) => status === 401)).toHaveLength(60);
    expect(seen.slice(60)).toEqual(Array<number>(10).fill(429));
    expect(await statuses(1, '/notes', () => ADMIN_KEY)).toEqual([200]);
  });
});
