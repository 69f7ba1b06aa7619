import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';

/** Who may call a route: anybody, or a key that has every one of these scopes. */
export type AccessRule = { readonly anybody: true } | { readonly anybody: false; readonly scopes: readonly string[] };

/** Metadata key of a method's or a class's rule. */
export const ACCESS_RULE = 'security:access-rule';

/** What a public route says of itself to Fastify, where a request is looked at before Nest sees it. */
export const PUBLIC_ROUTE_CONFIG = { public: true } as const;

/** Under this name the API's description holds the scopes of each route that needs a key. */
const DESCRIBED_SCOPES = 'x-scopes';

/** Puts a rule on a method, or on a class for all of its methods without a rule of their own. The API's description tells it, too. */
export function accessRule(rule: AccessRule): ClassDecorator & MethodDecorator {
  return (target: object, _property?: string | symbol, descriptor?: PropertyDescriptor) => {
    const method: unknown = descriptor?.value;
    const routes = method ? [method] : methodsWithoutRule(target);
    Reflect.defineMetadata(ACCESS_RULE, rule, (method as object | undefined) ?? target);
    for (const route of routes) {
      if (rule.anybody) markPublic(route);
      else ApiExtension(DESCRIBED_SCOPES, rule.scopes)(route, '', { value: route });
    }
  };
}

function methodsWithoutRule(controller: object): object[] {
  const prototype = (controller as { prototype: object }).prototype;
  return Object.values(Object.getOwnPropertyDescriptors(prototype))
    .map(({ value }) => value as unknown)
    .filter((value): value is object => typeof value === 'function' && value !== controller)
    .filter((method) => !Reflect.hasMetadata(ACCESS_RULE, method));
}

function markPublic(method: object): void {
  const config = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, method) as { public?: boolean } | undefined;
  // A process that makes several applications marks a route as often.
  if (config?.public) return;
  ApiSecurity({})(method, '', { value: method });
  Reflect.defineMetadata(FASTIFY_ROUTE_CONFIG_METADATA, { ...config, ...PUBLIC_ROUTE_CONFIG }, method);
}
