import { LlmBudgetConfig, readSection } from '#config';
import { Clock } from '#kernel';
import { Metrics, PinoLogger } from '#telemetry';
import { recordedLines } from '#telemetry/testing';

import { LocalDay } from '../usage/local-day.js';
import { BudgetAlarm } from './budget-alarm.service.js';
import type { Spending } from './spending.service.js';

class SetClock extends Clock {
  time = new Date('2026-01-05T12:00:00Z');

  now(): Date {
    return this.time;
  }
}

function newAlarm(refresh: () => Promise<void> = () => Promise.resolve()) {
  const clock = new SetClock();
  const { lines, destination } = recordedLines();
  const logger = PinoLogger.create({ level: 'info', format: 'json', name: 'test', destination });
  const spending = { refresh, known: () => ({ dayUsd: 0, contactUsd: 0 }) } as Spending;
  const config = readSection(LlmBudgetConfig, { LLM_DAILY_BUDGET_USD: '1' });
  return { alarm: new BudgetAlarm(config, spending, new LocalDay(clock, 'UTC'), logger, new Metrics()), clock, lines };
}

describe('BudgetAlarm', () => {
  it('tells each budget once a day, tasks and people apart', () => {
    const { alarm, clock, lines } = newAlarm();
    for (let call = 0; call < 50; call++) {
      alarm.refused('day', 'summary', `contact-${call}`);
      alarm.refused('day', 'chat', `contact-${call}`);
      alarm.refused('contact-calls', 'chat', 'ana');
    }
    alarm.refused('contact-calls', 'chat', 'eva');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('LLM_DAILY_BUDGET_USD');
    clock.time = new Date('2026-01-06T00:00:00Z');
    alarm.refused('day', 'chat');
    expect(lines).toHaveLength(5);
  });

  it('fills no log when every contact floods', () => {
    const { alarm, lines } = newAlarm();
    for (let contact = 0; contact < 5_000; contact++) alarm.refused('contact-calls', 'chat', `contact-${contact}`);
    expect(lines).toHaveLength(1_000);
  });

  it('says that nothing is asked while the store is down', async () => {
    const { alarm } = newAlarm(() => Promise.reject(new Error('down')));
    expect(await alarm.report()).toMatchObject({ status: 'degraded' });
  });
});
