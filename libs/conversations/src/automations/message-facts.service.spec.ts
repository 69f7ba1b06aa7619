import type { DataSource } from 'typeorm';

import { AppError } from '#kernel';
import type { MessageLabels, UnlabelledMessages } from '#messaging';
import type { Logger } from '#telemetry';

import { MessageFactsReader } from './message-facts.service.js';

function reader(these: (ids: readonly string[]) => object[]): MessageFactsReader {
  const dataSource = { query: (_: string, [ids]: [string[]]) => Promise.resolve(ids.map((id) => ({ id }))) };
  const messages = { these: async (ids: readonly string[]) => Promise.resolve(these(ids)) };
  const labels = { of: () => Promise.resolve([]) };
  return new MessageFactsReader(
    dataSource as unknown as DataSource,
    messages as unknown as UnlabelledMessages,
    labels as unknown as MessageLabels,
    { error: () => undefined } as unknown as Logger,
  );
}

describe('what is known of messages', () => {
  it('sees no text in one that is damaged, and the texts of the others', async () => {
    const facts = await reader((ids) => {
      if (ids.includes('bad')) throw new AppError('security.unreadable', 'Damaged.');
      return ids.map((id) => ({ id, text: `text of ${id}` }));
    }).of(['a', 'bad', 'b']);
    expect(facts.map(({ text }) => text)).toEqual(['text of a', '', 'text of b']);
  });

  it.each([
    ['the database', new Error('connection lost')],
    ['what can be had later', new AppError('database.busy', 'Later.', { kind: 'unavailable' })],
  ])('goes on without nothing when it is the fault of %s', async (_, error) => {
    const reading = reader(() => {
      throw error;
    }).of(['a']);
    await expect(reading).rejects.toBe(error);
  });
});
