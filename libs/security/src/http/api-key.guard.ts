import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

import { allows, type Principal } from '../api-keys/principal.js';
import { FOR_PEOPLE } from '../people/for-people.decorator.js';
import { missingScope, notForPeople, unauthenticated } from '../security.errors.js';
import { ACCESS_RULE, type AccessRule } from './access-rule.js';
import { Authenticator } from './authenticator.service.js';
import { principalOf, setPrincipal } from './request-principal.js';

/** Lets a request through by the rule of its route, the method's before the class's. A route without one refuses everybody. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    // Only HTTP requests carry an Authorization header: what else there is must bring a guard of its own.
    if (context.getType() !== 'http') throw missingScope();
    if (rule?.anybody) return true;
    const people = this.reflector.get<boolean | undefined>(FOR_PEOPLE, context.getHandler()) === true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const known = principalOf(request);
    // The request gate has looked already where it is in use.
    if (known !== undefined) return check(known, rule, people);
    return this.lookUp(request).then((principal) => check(principal, rule, people));
  }

  private async lookUp(request: FastifyRequest): Promise<Principal> {
    const principal = await this.authenticator.authenticate(request.headers.authorization);
    setPrincipal(request, principal);
    if (!principal) throw await this.authenticator.refusal(request.headers.authorization);
    return principal;
  }
}

function check(principal: Principal | null, rule: AccessRule | undefined, people: boolean): true {
  if (!principal) throw unauthenticated();
  if (principal.person) {
    if (!rule || !people) throw notForPeople();
    return true;
  }
  if (!rule || rule.anybody || !rule.scopes.every((scope) => allows(principal, scope))) throw missingScope();
  return true;
}
