import { AppError } from '#kernel';
import { NO_LABELS, type LabelsView } from '#messaging';
import type { Logger } from '#telemetry';

import type { MessageAnalysis } from '../metadata/message-analysis.service.js';
import type { Condition } from './automation.js';
import { AutomationJudge } from './automation-judge.service.js';
import type { ActiveAutomation } from './automation-view.js';
import type { KnownMessage, MessageFactsReader } from './message-facts.service.js';

const NOON = new Date('2026-03-01T12:00:00Z');
const HOUR_MS = 3_600_000;
const COMPLAINT: LabelsView = { ...NO_LABELS, category: { value: 'complaint', confidence: 0.9 } as never };
const UNAVAILABLE = new AppError('llm.unavailable', 'Later.', { kind: 'unavailable' });

const automation = (id: string, ...all: Condition[]): ActiveAutomation =>
  ({ id, when: { all }, actions: [{ kind: 'notify' }], enabledAt: new Date(0) }) as unknown as ActiveAutomation;
const BY_LABEL = automation('label', { kind: 'category', category: 'complaint' });
const BY_WORD = automation('word', { kind: 'keyword', words: ['broken'] });

class Stage {
  now = NOON;
  readonly asked: (readonly string[])[] = [];
  answer: (ids: readonly string[]) => void = () => undefined;
  private readonly labels = new Map<string, LabelsView>();
  readonly judge: AutomationJudge;

  constructor(private readonly messages: Readonly<Record<string, string>>) {
    const facts = { of: (ids: readonly string[]) => Promise.resolve(ids.map((id) => this.message(id))) };
    const analyze = async (ids: readonly string[]) => {
      this.asked.push(ids);
      await Promise.resolve();
      this.answer(ids);
      for (const id of ids) this.labels.set(id, COMPLAINT);
    };
    this.judge = new AutomationJudge(
      facts as unknown as MessageFactsReader,
      { analyze } as unknown as MessageAnalysis,
      { now: () => this.now },
      { warn: () => undefined } as unknown as Logger,
    );
  }

  async judged(...automations: ActiveAutomation[]): Promise<{ found: string[]; waiting: readonly string[] }> {
    const { found, waiting } = await this.judge.judge(Object.keys(this.messages), automations);
    return { found: found.map((one) => `${one.automation.id} ${one.messageId} ${one.state}`), waiting };
  }

  private message(id: string): KnownMessage {
    const about = { id, chatId: this.messages[id] ?? '', chatKind: 'direct', text: 'broken' };
    const times = { sentAt: NOON, storedAt: NOON, nextAt: null };
    return { ...about, ...times, first: false, closed: false, labels: this.labels.get(id) ?? NO_LABELS };
  }
}

describe('AutomationJudge', () => {
  it('shows a model the messages of one chat at a time', async () => {
    const stage = new Stage({ a1: 'a', b1: 'b', a2: 'a' });
    expect(await stage.judged(BY_LABEL)).toEqual({
      found: ['label a1 waiting', 'label b1 waiting', 'label a2 waiting'],
      waiting: [],
    });
    expect(stage.asked).toEqual([['a1', 'a2'], ['b1']]);
  });

  it('waits for labels that may be had later, and asks nobody in the meantime', async () => {
    const stage = new Stage({ a1: 'a', b1: 'b' });
    stage.answer = () => {
      throw UNAVAILABLE;
    };
    const words = ['word a1 waiting', 'word b1 waiting'];
    expect(await stage.judged(BY_LABEL, BY_WORD)).toEqual({ found: words, waiting: ['a1', 'b1'] });
    expect(await stage.judged(BY_LABEL, BY_WORD)).toEqual({ found: words, waiting: ['a1', 'b1'] });
    expect(stage.asked).toHaveLength(1);
    stage.answer = () => undefined;
    stage.now = new Date(NOON.getTime() + stage.judge.pauseMs);
    expect(await stage.judged(BY_LABEL)).toEqual({ found: ['label a1 waiting', 'label b1 waiting'], waiting: [] });
  });

  it('says that it failed after a day, and when there is nothing to wait for', async () => {
    const stage = new Stage({ a1: 'a' });
    stage.answer = () => {
      throw UNAVAILABLE;
    };
    stage.now = new Date(NOON.getTime() + 24 * HOUR_MS);
    const { found, waiting } = await stage.judge.judge(['a1'], [BY_LABEL]);
    expect(found).toMatchObject([{ state: 'failed', reasons: ['it could not be labelled (llm.unavailable)'] }]);
    expect(waiting).toEqual([]);
    const other = new Stage({ a1: 'a' });
    other.answer = () => {
      throw new AppError('llm.unauthorized', 'Refused.', { kind: 'unavailable', retryable: false });
    };
    expect(await other.judged(BY_LABEL)).toEqual({ found: ['label a1 failed'], waiting: [] });
  });

  it('gives an automation that waits for silence its day from then on', async () => {
    const stage = new Stage({ a1: 'a' });
    stage.answer = () => {
      throw UNAVAILABLE;
    };
    stage.now = new Date(NOON.getTime() + 30 * HOUR_MS);
    const silent = automation('silent', { kind: 'no_answer', hours: 30 }, { kind: 'category', category: 'complaint' });
    expect(await stage.judged(silent)).toEqual({ found: [], waiting: ['a1'] });
  });
});
