import { ModelBatches, type BatchedAnswer, type BatchedQuestion, type BatchSummary } from '../port/model-batches.js';
import type { BudgetGuard } from './budget-guard.service.js';
import { BudgetedBatches } from './budgeted-batches.js';

class NoBatches extends ModelBatches {
  submit(): Promise<string> {
    return Promise.reject(new Error('not taken'));
  }

  hasEnded(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async *answers(): AsyncIterable<BatchedAnswer> {
    yield await Promise.resolve({ key: 'a', code: 'llm.aborted' as const });
  }

  latest(): Promise<readonly BatchSummary[]> {
    return Promise.resolve([]);
  }
}

function newQuestion(): BatchedQuestion {
  const schema = { name: 's', description: '', jsonSchema: {}, parse: () => null };
  return { key: 'a', request: { purpose: 'tagging', system: [], messages: [], schema } };
}

describe('BudgetedBatches', () => {
  it('asks for the budget of all its questions, as a task, and gives it back when they are not taken', async () => {
    const asked: [object, number][] = [];
    let held = 0;
    const admit: BudgetGuard['admit'] = (question, estimate) => {
      asked.push([question, (held = estimate())]);
      return Promise.resolve(() => void (held = 0));
    };
    const batches = new BudgetedBatches(new NoBatches(), { admit } as BudgetGuard, () => 0.5);
    await expect(batches.submit([newQuestion(), newQuestion()])).rejects.toThrow('not taken');
    expect(asked).toEqual([[{ purpose: 'tagging' }, 1]]);
    expect(held).toBe(0);
  });

  it('fetches what was paid for, whatever the budget', async () => {
    const admit: BudgetGuard['admit'] = () => Promise.reject(new Error('over budget'));
    const batches = new BudgetedBatches(new NoBatches(), { admit } as BudgetGuard, () => 1);
    await expect(batches.submit([])).rejects.toThrow('over budget');
    expect(await batches.hasEnded('b')).toBe(true);
    for await (const answer of batches.answers('b')) expect(answer.key).toBe('a');
    expect(await batches.latest()).toEqual([]);
  });
});
