import { unreachable } from './database.errors.js';

/**
 * Where a postgres:// address points to, as host:port/name: safe to show, unlike the address with its password.
 * @throws AppError `database.unreachable` when the address cannot be read
 */
export function describeAddress(url: string): string {
  // The error of `new URL` carries the whole input, so it never becomes a cause.
  if (!URL.canParse(url)) {
    throw unreachable(
      'DATABASE_URL',
      'has an address that cannot be read (percent-encode signs like # / @ in its password)',
    );
  }
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || '5432'}${pathname || '/'}`;
}
