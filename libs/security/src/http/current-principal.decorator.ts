import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

import type { Principal } from '../api-keys/principal.js';
import { unauthenticated } from '../security.errors.js';
import { principalOf } from './request-principal.js';

/** The `Principal` who calls a route that has `@Scopes`. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const principal = principalOf(context.switchToHttp().getRequest<object>());
  if (!principal) throw unauthenticated();
  return principal;
});
