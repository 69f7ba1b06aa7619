import { STATUS_CODES } from 'node:http';

import { HttpException } from '@nestjs/common';

import { AppError, type ErrorKind } from '#kernel';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
  internal: 500,
};

/** What the framework's own errors mean. Their messages may repeat what the client sent, so they are not shown. */
const FRAMEWORK: Readonly<Record<number, { readonly code: string; readonly detail: string }>> = {
  400: { code: 'request.invalid', detail: 'The request cannot be read. Check its address, headers and body.' },
  404: { code: 'request.no-such-route', detail: 'There is nothing at this address. GET /docs lists what there is.' },
  405: { code: 'request.method', detail: 'This address does not take this method.' },
  408: { code: 'request.too-slow', detail: 'The request took too long to arrive. Send it again.' },
  413: { code: 'request.too-large', detail: 'The body is larger than this address takes.' },
  414: { code: 'request.too-long-address', detail: 'The address is longer than this server takes.' },
  415: { code: 'request.media-type', detail: 'Send the body as "Content-Type: application/json", in UTF-8.' },
  431: { code: 'request.too-long-headers', detail: 'The headers are longer than this server takes.' },
  503: { code: 'server.stopping', detail: 'The server is stopping. Send the request again in a moment.' },
};

/** RFC 9457, with a stable `code` for programs. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** The correlation id under which the log tells more. */
  readonly instance?: string;
  readonly errors?: readonly FieldError[];
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface FieldError {
  /** Path of the field, as in `items[0].name`. */
  readonly field: string;
  readonly message: string;
}

/** The answer to an error: everything an `AppError` says, and of any other error nothing but its kind. */
export function problemOf(error: unknown, correlation: string): Problem {
  if (error instanceof AppError) return problemOfAppError(error, correlation);
  const status = error instanceof HttpException ? error.getStatus() : 500;
  const known = FRAMEWORK[status];
  if (known) return problem(status, known.code, known.detail, correlation);
  if (status >= 400 && status < 500) {
    return problem(status, 'request.refused', 'The request cannot be served as it is.', correlation);
  }
  return problem(500, 'server.error', 'Something went wrong here. The log tells more under this id.', correlation);
}

function problemOfAppError({ kind, code, message, details }: AppError, correlation: string): Problem {
  const { errors, ...others } = details ?? {};
  return {
    ...problem(STATUS[kind], code, message, correlation),
    ...(Array.isArray(errors) && { errors: errors as FieldError[] }),
    ...(Object.keys(others).length > 0 && { details: others }),
  };
}

function problem(status: number, code: string, detail: string, correlation: string): Problem {
  const base = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, code } as const;
  return status >= 500 ? { ...base, instance: correlation } : base;
}
