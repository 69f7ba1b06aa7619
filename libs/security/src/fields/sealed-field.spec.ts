import { createSecretKey, randomBytes } from 'node:crypto';

import fc from 'fast-check';

import type { DataKey } from '../keys/data-key.js';
import { openField, sealField, type FieldAddress } from './sealed-field.js';

const newKey = (): DataKey => ({ subjectId: 'a', key: createSecretKey(randomBytes(32)) });
const AT: FieldAddress = { table: 'messages', column: 'body', rowId: '1' };
const unreadable = expect.objectContaining({ code: 'security.unreadable' }) as Error;
const text = fc.string({ unit: 'binary' });

describe('sealField', () => {
  const key = newKey();

  it('gives back what was sealed', () => {
    fc.assert(
      fc.property(text, (plain) => {
        expect(openField(key, AT, sealField(key, AT, plain))).toBe(plain);
      }),
    );
  });

  it('refuses any changed bit', () => {
    fc.assert(
      fc.property(text, fc.nat(), (plain, seed) => {
        const sealed = sealField(key, AT, plain);
        const bit = seed % (sealed.length * 8);
        sealed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => openField(key, AT, sealed)).toThrow(unreadable);
      }),
    );
  });

  it('refuses any cut', () => {
    const sealed = sealField(key, AT, 'hello');
    for (let length = 0; length < sealed.length; length++) {
      expect(() => openField(key, AT, sealed.subarray(0, length))).toThrow(unreadable);
    }
  });

  it.each([
    ['key', newKey(), AT],
    ['table', key, { ...AT, table: 'drafts' }],
    ['column', key, { ...AT, column: 'caption' }],
    ['row', key, { ...AT, rowId: '2' }],
    ['split of the address', key, { table: 'message', column: 'sbody', rowId: '1' }],
  ])('refuses another %s', (_, otherKey, at) => {
    const sealed = sealField(key, AT, 'hello');
    expect(() => openField(otherKey, at, sealed)).toThrow(unreadable);
  });

  it('never seals twice to the same bytes', () => {
    const nonces = new Set(Array.from({ length: 5_000 }, () => sealField(key, AT, 'a').toString('hex', 1, 13)));
    expect(nonces.size).toBe(5_000);
  });
});
