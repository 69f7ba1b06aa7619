import { Metrics } from './metrics.js';

describe('Metrics', () => {
  it('gives the metric there is to the second one who asks', async () => {
    const metrics = new Metrics();
    metrics.counter('turns_total', 'Turns', ['outcome']).inc({ outcome: 'done' });
    metrics.counter('turns_total', 'Turns', ['outcome']).inc({ outcome: 'done' });
    expect(await metrics.text()).toContain('turns_total{outcome="done"} 2');
  });

  it('refuses one name for two kinds', () => {
    const metrics = new Metrics();
    metrics.counter('turns_total', 'Turns');
    expect(() => metrics.gauge('turns_total', 'Turns')).toThrow(/turns_total is of another type/);
  });

  it('keeps the figures of two processes in one test apart', async () => {
    new Metrics().gauge('open_chats', 'Chats').set(7);
    expect(await new Metrics().text()).not.toContain('open_chats');
  });

  it('shows durations and the process itself', async () => {
    const metrics = new Metrics();
    metrics.watchProcess();
    metrics.histogram('turn_duration_seconds', 'Time', ['agent']).observe({ agent: 'companion' }, 0.02);
    const text = await metrics.text();
    expect(text).toContain('turn_duration_seconds_bucket{le="0.025",agent="companion"} 1');
    expect(text).toContain('process_resident_memory_bytes');
  });
});
