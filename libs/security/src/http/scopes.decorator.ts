import { accessRule } from './access-rule.js';

/** A route, or a whole controller, for API keys that have every one of `scopes` (`chats:read`). */
export const Scopes = (first: string, ...more: readonly string[]): ClassDecorator & MethodDecorator =>
  accessRule({ anybody: false, scopes: [first, ...more] });
