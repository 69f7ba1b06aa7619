import type { DataSource, EntityManager } from 'typeorm';

import type { BlindIndex, FieldCipher } from '#security';

import { MemoryBoard } from './memory-board.service.js';

/** Opens what is not damaged; with one damaged field, nothing of a batch. */
const cipher: Pick<FieldCipher, 'openAll'> = {
  openAll: (fields) =>
    fields.some(({ sealed }) => sealed.toString() === 'damaged')
      ? Promise.reject(new Error('damaged'))
      : Promise.resolve(fields.map(({ sealed }) => sealed.toString())),
};

const rows = ['Birthday: 5 May', 'damaged', null].map((text, id) => ({
  ...{ id: String(id), subjectId: 'ana', birthday: text === null ? null : Buffer.from(text) },
}));

describe('the memories of many people at once', () => {
  it('leave out one that cannot be opened, and tell all the others', async () => {
    const client = { query: () => Promise.resolve({ rows }) };
    const manager = { queryRunner: { connect: () => Promise.resolve(client) } } as unknown as EntityManager;
    const index = { fingerprint: () => 'birthday' } as unknown as BlindIndex;
    const board = new MemoryBoard({} as DataSource, cipher as FieldCipher, index);
    const listed = await board.list(manager, ['ana'], 5, new Date());
    expect(listed.map(({ birthdayText }) => birthdayText)).toEqual(['Birthday: 5 May', null, null]);
  });
});
