import { createSecretKey, randomBytes } from 'node:crypto';

import { openContent, sealContent } from './sealed-content.js';
import { sealField } from './sealed-field.js';

const key = { subjectId: 'a', key: createSecretKey(randomBytes(32)) };
const AT = { table: 'media', column: 'content', rowId: '1' };
const unreadable = expect.objectContaining({ code: 'security.unreadable' }) as Error;

describe('sealContent', () => {
  it.each([0, 1, 1_000_000])('gives %i bytes back as they were', (size) => {
    const content = randomBytes(size);
    expect(openContent(key, AT, sealContent(key, AT, content)).equals(content)).toBe(true);
  });

  it('is bound to its place, like a text', () => {
    const sealed = sealContent(key, AT, Buffer.from('x'));
    expect(() => openContent(key, { ...AT, rowId: '2' }, sealed)).toThrow(unreadable);
    expect(openContent(key, AT, sealField(key, AT, 'x')).toString()).toBe('x');
  });
});
