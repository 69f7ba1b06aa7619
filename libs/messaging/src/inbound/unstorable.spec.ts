import { AppError } from '#kernel';

import { isUnstorable } from './unstorable.js';

const withCode = (code: string): Error => Object.assign(new Error('refused'), { code });

describe('isUnstorable', () => {
  it.each([
    ['text that is not UTF-8', withCode('22021'), true],
    ['the same, as TypeORM wraps it', Object.assign(new Error(), { driverError: withCode('22007') }), true],
    ['an index row that is too long', withCode('54000'), true],
    ['our own code stumbles over it', new TypeError('x is not a function'), true],
    ['its key was erased', new AppError('security.unreadable', 'gone'), true],
    ['a deadlock', withCode('40P01'), false],
    ['the server is shutting down', withCode('57P01'), false],
    ['the disk is full', withCode('53100'), false],
    ['nobody listens', withCode('ECONNREFUSED'), false],
    ['the connection broke', new Error('Connection terminated unexpectedly'), false],
    ['too many meet', new AppError('database.contention', 'again', { kind: 'unavailable' }), false],
    ['something else', 'nothing known', false],
  ])('%s', (_, error, unstorable) => {
    expect(isUnstorable(error)).toBe(unstorable);
  });
});
