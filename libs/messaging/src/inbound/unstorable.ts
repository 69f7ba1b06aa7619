import { AppError } from '#kernel';

/** SQLSTATE classes that blame the data: data exception, integrity constraint, program limit. */
const BLAMES_DATA = /^(22|23|54)/;

/**
 * Whether storing failed because of what was to be stored, so that another try will end the same. In doubt it did not: a
 * database that is away, full or busy says nothing about a message.
 */
export function isUnstorable(error: unknown): boolean {
  if (error instanceof AppError) return !error.retryable;
  if (error instanceof TypeError || error instanceof RangeError) return true;
  return BLAMES_DATA.test(sqlStateOf(error));
}

function sqlStateOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code.length === 5 ? error.code : '';
  return 'driverError' in error ? sqlStateOf(error.driverError) : '';
}
