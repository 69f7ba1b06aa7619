import { isIP } from 'node:net';
import { types } from 'node:util';

import { AppError, type ErrorKind } from '#kernel';

import { stackFrames } from './stack-frames.js';

const DEEPEST_CAUSE = 4;
const MOST_ERRORS = 4;
/** What a code, a table or a class is called. Anything else may be somebody's text, and is left out. */
const NAME = /^[\w.$-]{1,64}$/;

/** An error as it may stand in a log: names, codes and places in our code, never a value or free text. */
export interface LoggableError {
  readonly type: string;
  readonly code?: string;
  /** Only of an `AppError`, whose message is written to be shown. */
  readonly message?: string;
  readonly kind?: ErrorKind;
  readonly severity?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  readonly routine?: string;
  readonly syscall?: string;
  readonly address?: string;
  readonly port?: number;
  /** HTTP status that a remote service answered with. */
  readonly status?: number;
  readonly stack?: readonly string[];
  readonly cause?: LoggableError;
  /** The first few errors of an `AggregateError`. */
  readonly errors?: readonly LoggableError[];
}

/**
 * Tells what went wrong without telling what it went wrong with. Messages of foreign errors are dropped, since parsers,
 * validators and drivers quote their input in them: Postgres its `detail`, `JSON.parse` the text, TypeORM the parameters.
 */
export function describeError(error: unknown): LoggableError {
  return describe(error, 0);
}

function describe(error: unknown, depth: number): LoggableError {
  if (!types.isNativeError(error)) return { type: typeName(error) };
  return {
    type: typeName(error),
    ...(error instanceof AppError && { message: error.message, kind: error.kind }),
    ...codesOf(error),
    stack: stackFrames(error),
    ...(depth < DEEPEST_CAUSE && causesOf(error, depth + 1)),
  };
}

/** Codes and identifiers that Postgres, Node and HTTP clients put beside the message; TypeORM copies the driver's. */
function codesOf(error: object): Partial<LoggableError> {
  const { code, severity, table, column, constraint, routine, syscall, address, port, status } = error as Record<
    keyof LoggableError,
    unknown
  >;
  return {
    ...named({ code, severity, table, column, constraint, routine, syscall }),
    ...(typeof address === 'string' && isIP(address) !== 0 && { address }),
    ...(typeof port === 'number' && { port }),
    ...(typeof status === 'number' && { status }),
  };
}

function named(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (field): field is [string, string] => typeof field[1] === 'string' && NAME.test(field[1]),
    ),
  );
}

function causesOf(error: Error, depth: number): Partial<LoggableError> {
  const errors: unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return {
    ...(error.cause !== undefined && { cause: describe(error.cause, depth) }),
    ...(errors.length > 0 && { errors: errors.slice(0, MOST_ERRORS).map((one) => describe(one, depth)) }),
  };
}

function typeName(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  const name: unknown = (value as { constructor?: { name?: unknown } }).constructor?.name;
  return typeof name === 'string' && NAME.test(name) ? name : 'object';
}
