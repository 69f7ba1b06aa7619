import { HttpException } from '@nestjs/common';

import { AppError, type ErrorKind } from '#kernel';

import { problemOf } from './problem.js';

describe('problemOf', () => {
  it.each<[ErrorKind, number, string]>([
    ['invalid', 400, 'Bad Request'],
    ['unauthenticated', 401, 'Unauthorized'],
    ['forbidden', 403, 'Forbidden'],
    ['not-found', 404, 'Not Found'],
    ['conflict', 409, 'Conflict'],
    ['too-large', 413, 'Payload Too Large'],
    ['rate-limited', 429, 'Too Many Requests'],
    ['unavailable', 503, 'Service Unavailable'],
    ['internal', 500, 'Internal Server Error'],
  ])('gives %s the status %i', (kind, status, title) => {
    const problem = problemOf(new AppError('a.b', 'Do this.', { kind }), 'id');
    expect(problem).toMatchObject({ type: 'about:blank', title, status, code: 'a.b', detail: 'Do this.' });
    expect(problem.instance).toBe(status >= 500 ? 'id' : undefined);
  });

  it.each([
    [new Error('canary'), 500],
    ['canary', 500],
    [undefined, 500],
    [new HttpException('canary', 400), 400],
    [new HttpException('canary', 404), 404],
    [new HttpException('canary', 418), 418],
    [new HttpException('canary', 502), 500],
  ])('tells of %j nothing but the status %i', (error, status) => {
    const problem = problemOf(error, 'id');
    expect(problem.status).toBe(status);
    expect(JSON.stringify(problem)).not.toContain('canary');
  });

  it('shows errors of fields beside other details', () => {
    const errors = [{ field: 'a', message: 'b' }];
    const error = new AppError('a.b', 'c', { kind: 'invalid', details: { errors, limit: 3 } });
    expect(problemOf(error, 'id')).toMatchObject({ errors, details: { limit: 3 } });
  });
});
