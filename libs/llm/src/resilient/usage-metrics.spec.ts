import { Metrics } from '#telemetry';

import { UsageMetrics } from './usage-metrics.js';

describe('UsageMetrics', () => {
  it('counts attempts and tokens by purpose, model and outcome, and names no contact', async () => {
    const metrics = new Metrics();
    const observer = new UsageMetrics(metrics);
    const usage = { inputTokens: 3, outputTokens: 5, cacheReadTokens: 7, cacheWriteTokens: 0 };
    const attempt = { provider: 'anthropic', purpose: 'chat' as const, contactId: 'contact-1', durationMs: 1_500 };
    observer.record({ ...attempt, outcome: 'ok', model: 'm', usage });
    observer.record({ ...attempt, outcome: 'llm.timeout' });

    const text = await metrics.text();
    expect(text).toContain('llm_calls_total{provider="anthropic",model="m",purpose="chat",outcome="ok"} 1');
    expect(text).toContain('llm_calls_total{provider="anthropic",model="none",purpose="chat",outcome="llm.timeout"} 1');
    expect(text).toContain('llm_tokens_total{provider="anthropic",model="m",purpose="chat",kind="cache_read"} 7');
    expect(text).toContain(
      'llm_call_duration_seconds_sum{provider="anthropic",model="m",purpose="chat",outcome="ok"} 1.5',
    );
    expect(text).not.toContain('contact-1');
  });
});
