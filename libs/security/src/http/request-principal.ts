import type { Principal } from '../api-keys/principal.js';

const principals = new WeakMap<object, Principal | null>();

/** Notes who makes a request; null for nobody we know. */
export function setPrincipal(request: object, principal: Principal | null): void {
  principals.set(request, principal);
}

/** Who makes this request; null for nobody we know; undefined when nobody has looked yet. */
export function principalOf(request: object): Principal | null | undefined {
  return principals.get(request);
}
