import type { DataSource, EntityManager } from 'typeorm';

import { Transactions } from './transactions.js';

/** Fails with each of these errors first, once the work is done. */
function transactionsFailing(...errors: readonly Error[]): Transactions {
  const left = [...errors];
  const nothing = () => Promise.resolve();
  const commitTransaction = () => {
    const error = left.shift();
    return error ? Promise.reject(error) : Promise.resolve();
  };
  const createQueryRunner = () => ({
    ...{ manager: {}, connect: () => Promise.resolve({ query: nothing }) },
    ...{ commitTransaction, rollbackTransaction: nothing, release: nothing },
  });
  return new Transactions({ createQueryRunner } as unknown as DataSource);
}

describe('what follows a commit', () => {
  const log: string[] = [];
  beforeEach(() => log.splice(0));

  const work = (transactions: Transactions) => (manager: EntityManager) => {
    transactions.afterCommit(manager, () => Promise.resolve(void log.push('after')));
    log.push('work');
    return Promise.resolve('done');
  };

  it('is done behind it', async () => {
    const transactions = transactionsFailing();
    expect(await transactions.run(work(transactions))).toBe('done');
    expect(log).toEqual(['work', 'after']);
  });

  it('is not done where nothing was committed', async () => {
    const transactions = transactionsFailing(new Error('no'));
    await expect(transactions.run(work(transactions))).rejects.toThrow('no');
    expect(log).toEqual(['work']);
  });

  it('is done once, however often the work was tried', async () => {
    const transactions = transactionsFailing(Object.assign(new Error('deadlock'), { code: '40P01' }));
    await transactions.run(work(transactions));
    expect(log).toEqual(['work', 'work', 'after']);
  });

  it('takes nothing back when it fails', async () => {
    const transactions = transactionsFailing();
    const failing = (manager: EntityManager) => {
      transactions.afterCommit(manager, () => Promise.reject(new Error('nobody listens')));
      transactions.afterCommit(manager, () => Promise.resolve(void log.push('the next')));
      return Promise.resolve('done');
    };
    expect(await transactions.run(failing)).toBe('done');
    expect(log).toEqual(['the next']);
  });

  it('is done at once where there is no transaction', async () => {
    const transactions = transactionsFailing();
    await work(transactions)({} as EntityManager);
    expect(log).toEqual(['after', 'work']);
  });
});
