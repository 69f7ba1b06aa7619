import type { AppError } from '#kernel';

import { unreachable } from './database.errors.js';
import { errorCode } from './error-code.js';
import { errorMessage } from './error-message.js';
import { describeAddress } from './postgres-address.js';

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'does not answer',
  ECONNRESET: 'closed the connection',
  ETIMEDOUT: 'does not answer in time',
  ENOTFOUND: 'has an unknown host name',
  EAI_AGAIN: 'has a host name that cannot be looked up now',
  '28P01': 'refuses the user or password',
  '28000': 'refuses this user',
  '3D000': 'has no database of this name',
  '53300': 'has no free connection',
  '57P03': 'is starting up or shutting down',
};

/** Says why a first connection to `url` failed, without its password. */
export function connectionFailure(url: string, cause: unknown): AppError {
  const reason = REASONS[errorCode(cause) ?? ''] ?? `cannot be used (${errorMessage(cause)})`;
  return unreachable(describeAddress(url), reason, cause);
}
