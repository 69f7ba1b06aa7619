import 'reflect-metadata';

import { IsInt, validateSync } from 'class-validator';
import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';

import { AppError } from '#kernel';

import { describeError } from './describe-error.js';

const CANARY = 'canary-5f1d my secret words';

class Numbered {
  @IsInt()
  count: unknown = CANARY;
}

function postgresError(): DatabaseError {
  return Object.assign(new DatabaseError(`invalid input syntax for type uuid: "${CANARY}"`, 1, 'error'), {
    severity: 'ERROR',
    code: '23505',
    detail: `Key (body)=(${CANARY}) already exists.`,
    hint: CANARY,
    where: CANARY,
    internalQuery: CANARY,
    table: 'messages',
    column: 'body',
    constraint: 'messages_body_key',
    routine: '_bt_check_unique',
  });
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const POSTGRES = {
  code: '23505',
  severity: 'ERROR',
  table: 'messages',
  column: 'body',
  constraint: 'messages_body_key',
  routine: '_bt_check_unique',
};

describe('describeError', () => {
  it.each<[string, unknown, object]>([
    ['Postgres', postgresError(), { type: 'DatabaseError', ...POSTGRES }],
    [
      'TypeORM',
      new QueryFailedError(`INSERT INTO messages VALUES ('${CANARY}')`, [CANARY], postgresError()),
      { type: 'QueryFailedError', ...POSTGRES },
    ],
    ['JSON.parse', thrownBy(() => JSON.parse(CANARY)), { type: 'SyntaxError' }],
    ['class-validator', validateSync(new Numbered()), { type: 'Array' }],
    ['one class-validator error', validateSync(new Numbered())[0], { type: 'ValidationError' }],
    ['a bad URL', thrownBy(() => new URL(CANARY)), { type: 'TypeError', code: 'ERR_INVALID_URL' }],
    ['a thrown string', CANARY, { type: 'string' }],
    ['a thrown object', { message: CANARY, code: CANARY }, { type: 'Object' }],
    ['nothing', undefined, { type: 'undefined' }],
    ['null', null, { type: 'null' }],
    ['an object without a class', Object.create(null), { type: 'object' }],
    ['a name that is free text', Object.assign(new Error('x'), { name: CANARY }), { type: 'Error' }],
    ['codes that are free text', Object.assign(new Error(CANARY), { code: CANARY, table: CANARY }), { type: 'Error' }],
    ['an address that is none', Object.assign(new Error('x'), { address: CANARY, port: CANARY }), { type: 'Error' }],
    ['a cause', new Error('x', { cause: new Error(CANARY) }), { type: 'Error', cause: { type: 'Error' } }],
    ['several', new AggregateError([new RangeError(CANARY)], CANARY), { errors: [{ type: 'RangeError' }] }],
    ['a message made of frames', new Error(`x\n    at ${CANARY} (file:///a.js:1:1)\n${CANARY}`), { type: 'Error' }],
    ['details of our own', new AppError('a.b', 'Do this.', { details: { CANARY } }), { type: 'AppError', code: 'a.b' }],
  ])('tells what happened, never with what: %s', (_, error, described) => {
    const fields = describeError(error);
    expect(fields).toMatchObject(described);
    expect(JSON.stringify(fields)).not.toContain('canary');
  });

  it('tells nothing of a stack whose head is not the message', () => {
    const error = new Error('changed');
    error.stack = `Error: x\n    at ${CANARY} (file:///a.js:1:1)\n    at file:///b.js:1:1`;
    expect(describeError(error)).toEqual({ type: 'Error', stack: [] });
  });

  it('takes frames only, whatever else a library has added to the stack', () => {
    const error = new Error('x');
    error.stack = `Error: x\n    at file:///b.js:1:1\nCaused by: ${CANARY}\n    at ${CANARY}`;
    expect(describeError(error).stack).toEqual(['file:///b.js:1:1']);
  });

  it('keeps the message of an AppError, which is written to be shown, and describes its cause', () => {
    const error = new AppError('chat.not-found', 'No such chat.', { kind: 'not-found', cause: postgresError() });
    expect(describeError(error)).toMatchObject({
      type: 'AppError',
      code: 'chat.not-found',
      message: 'No such chat.',
      kind: 'not-found',
      cause: { type: 'DatabaseError', ...POSTGRES },
    });
  });

  it('keeps what Node says about a socket', () => {
    const refused = { code: 'ECONNREFUSED', syscall: 'connect', address: '127.0.0.1', port: 5432 };
    expect(describeError(Object.assign(new Error('connect'), refused))).toMatchObject(refused);
  });

  it('says where it happened', () => {
    const [nearest] = describeError(new Error(CANARY)).stack ?? [];
    expect(nearest).toMatch(/describe-error\.spec\.ts:\d+:\d+/);
  });

  it('ends at a cause that causes itself', () => {
    const error = new Error('x');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).length).toBeLessThan(20_000);
  });
});
