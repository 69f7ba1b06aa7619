import type { FastifyRequest, onRequestHookHandler } from 'fastify';

import type { Principal } from '../api-keys/principal.js';
import type { PUBLIC_ROUTE_CONFIG } from './access-rule.js';
import type { Authenticator } from './authenticator.service.js';
import { RateLimiter } from './rate-limiter.js';
import { tooManyRequests } from './request.errors.js';
import { setPrincipal } from './request-principal.js';
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

/**
 * What every request passes before its body is read: without a valid key there is a 401 for everything but public
 * routes, for addresses that do not exist too; then the rate limit; then the query's shape. Only who must be looked up in the
 * database waits: a promise more for every request is measurable.
 */
export function requestGate(
  authenticator: Authenticator,
  { rateLimitPerMinute, publicPaths = [] }: RequestGateOptions,
): onRequestHookHandler {
  const failures = new RateLimiter(FAILURES_PER_MINUTE, MINUTE);
  const byAddress = new RateLimiter(rateLimitPerMinute, MINUTE);
  const byKey = new RateLimiter(rateLimitPerMinute, MINUTE);

  const admit = (request: FastifyRequest, principal: Principal): void => {
    setPrincipal(request, principal);
    refuseAfter(byKey.take(principal.id));
    checkQuery(request.query);
  };

  const refuse = async (request: FastifyRequest): Promise<never> => {
    const { authorization } = request.headers;
    setPrincipal(request, null);
    // Nobody guesses a signature, and a page whose token is over must not lock out who shares its address.
    const limiter = authenticator.bringsToken(authorization) ? byAddress : failures;
    refuseAfter(limiter.take(request.ip));
    throw await authenticator.refusal(authorization);
  };

  return (request, _reply, done) => {
    if (isPublic(request, publicPaths)) {
      if (!request.url.startsWith('/health')) refuseAfter(byAddress.take(request.ip));
      checkQuery(request.query);
      return done();
    }
    const { authorization } = request.headers;
    const operator = authenticator.operator(authorization);
    if (operator) {
      admit(request, operator);
      return done();
    }
    authenticator
      .authenticate(authorization, () => refuseAfter(failures.look(request.ip)))
      .then((principal) => (principal ? admit(request, principal) : refuse(request)))
      .then(() => done(), done);
  };
}

function isPublic(request: FastifyRequest, publicPaths: readonly string[]): boolean {
  const config = request.routeOptions.config as Partial<typeof PUBLIC_ROUTE_CONFIG>;
  if (config.public) return true;
  const path = request.url.split('?', 1)[0] ?? '';
  return publicPaths.some((start) => path === start || path.startsWith(`${start}/`));
}

/** Throws `request.rate-limited` unless `seconds` is 0. */
function refuseAfter(seconds: number): void {
  if (seconds > 0) throw tooManyRequests(seconds);
}
