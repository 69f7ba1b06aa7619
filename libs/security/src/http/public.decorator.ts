import { accessRule } from './access-rule.js';

/** A route, or a whole controller, that needs no API key. */
export const Public = (): ClassDecorator & MethodDecorator => accessRule({ anybody: true });
