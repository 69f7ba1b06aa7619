import type { INestApplicationContext, Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';

import { ACCESS_RULE } from './access-rule.js';

const NEST_PATH = 'path';

/** Every route without a rule, as `Controller.method`. They refuse everybody; a test keeps this list empty. */
export function unguardedRoutes(app: INestApplicationContext): string[] {
  const modules = [...app.get(ModulesContainer, { strict: false }).values()];
  const controllers = modules.flatMap(({ controllers }) => [...controllers.values()].map(({ metatype }) => metatype));
  return [...new Set(controllers)]
    .filter((controller): controller is Type => typeof controller === 'function' && 'prototype' in controller)
    .filter((controller) => !Reflect.hasMetadata(ACCESS_RULE, controller))
    .flatMap(unguardedMethods);
}

function unguardedMethods(controller: Type): string[] {
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner()
    .getAllMethodNames(prototype)
    .filter((name) => Reflect.hasMetadata(NEST_PATH, prototype[name] ?? {}))
    .filter((name) => !Reflect.hasMetadata(ACCESS_RULE, prototype[name] ?? {}))
    .map((name) => `${controller.name}.${name}`);
}
