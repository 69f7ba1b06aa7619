import type { Principal } from '../api-keys/principal.js';

/** A symbol on the request: it costs a request less than an entry in a WeakMap, and no body or query can name it. */
const PRINCIPAL = Symbol('principal');

interface Identified {
  [PRINCIPAL]?: Principal | null;
}

/** Notes who makes a request; null for nobody we know. */
export function setPrincipal(request: object, principal: Principal | null): void {
  (request as Identified)[PRINCIPAL] = principal;
}

/** Who makes this request; null for nobody we know; undefined when nobody has looked yet. */
export function principalOf(request: object): Principal | null | undefined {
  return (request as Identified)[PRINCIPAL];
}
