import type { FastifyInstance, FastifyRequest } from 'fastify';

import { unauthenticated } from '../security.errors.js';
import type { PUBLIC_ROUTE_CONFIG } from './access-rule.js';
import type { Authenticator } from './authenticator.service.js';
import { tooManyRequests } from './request.errors.js';
import { principalOf, setPrincipal } from './request-principal.js';
import { checkQuery } from './strict-query.js';

const MINUTE = 60_000;
/** Wrong or missing keys one address may send in a minute: a person mistypes a few times, a guesser does not stop. */
const FAILURES_PER_MINUTE = 60;

export interface RequestGateOptions {
  /** Requests one API key, or one address without a key, may make in a minute; 0 for no limit. */
  readonly rateLimitPerMinute: number;
  /** Addresses outside Nest (a console's files, the API's documentation) that need no key, by how they begin. */
  readonly publicPaths?: readonly string[];
}

type Limiter = (request: FastifyRequest, count?: boolean) => Promise<void>;

/**
 * What every request passes before its body is read: without a valid key there is a 401 for everything but public
 * routes, for addresses that do not exist too; then the rate limit; then the query's shape. `@fastify/rate-limit` must
 * be registered on `instance` before.
 */
export function requestGate(
  instance: FastifyInstance,
  authenticator: Authenticator,
  { rateLimitPerMinute, publicPaths = [] }: RequestGateOptions,
): (request: FastifyRequest) => Promise<void> {
  const failures = limiter(instance, FAILURES_PER_MINUTE);
  const byAddress = limiter(instance, rateLimitPerMinute);
  const byKey = limiter(instance, rateLimitPerMinute, (request) => principalOf(request)?.id ?? '');

  return async (request) => {
    if (isPublic(request, publicPaths)) {
      if (!request.url.startsWith('/health')) await byAddress(request);
    } else {
      const { authorization } = request.headers;
      const principal = await authenticator.authenticate(authorization, () => failures(request, false));
      setPrincipal(request, principal);
      if (!principal) {
        await failures(request);
        throw unauthenticated();
      }
      await byKey(request);
    }
    checkQuery(request.query);
  };
}

function isPublic(request: FastifyRequest, publicPaths: readonly string[]): boolean {
  const config = request.routeOptions.config as Partial<typeof PUBLIC_ROUTE_CONFIG>;
  if (config.public) return true;
  const path = request.url.split('?', 1)[0] ?? '';
  return publicPaths.some((start) => path === start || path.startsWith(`${start}/`));
}

/** Throws `request.rate-limited` when `max` is passed; with `count` false it only looks. */
function limiter(instance: FastifyInstance, max: number, keyGenerator?: (request: FastifyRequest) => string): Limiter {
  if (max === 0) return () => Promise.resolve();
  const limit = instance.createRateLimit({ max, timeWindow: MINUTE, ...(keyGenerator && { keyGenerator }) });
  return async (request, count = true) => {
    const state = await limit(request, { increment: count });
    if (!state.isAllowed && state.isExceeded) throw tooManyRequests(Math.max(1, state.ttlInSeconds));
  };
}
