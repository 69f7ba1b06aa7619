import type { LoggerService } from '@nestjs/common';

import type { Logger } from './logger.js';

/** Where Nest tells, line by line, what it puts together at boot. */
const BOOT_CONTEXTS = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestApplicationContext',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
  'TypeOrmModule',
]);

/** Gives Nest's own lines to our logger, so that they come out the same; what it says about a boot that works is `debug`. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    const context = contextOf(rest);
    const level = context !== undefined && BOOT_CONTEXTS.has(context) ? 'debug' : 'info';
    this.logger[level](fieldsOf(message, context), textOf(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(fieldsOf(message, contextOf(rest)), textOf(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.debug(message, ...rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(fieldsOf(message, contextOf(rest)), textOf(message));
  }

  /** A stack among `rest` is left out: its first line repeats the error's message, which may hold anything. */
  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error(fieldsOf(message, contextOf(rest)), textOf(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.error(message, ...rest);
  }
}

/** Nest passes the context as the last of the optional parameters; a stack, which may stand there too, has line breaks. */
function contextOf(rest: readonly unknown[]): string | undefined {
  const last = rest.at(-1);
  return typeof last === 'string' && !last.includes('\n') ? last : undefined;
}

function fieldsOf(message: unknown, context: string | undefined): { context?: string; err?: unknown } {
  return { ...(context !== undefined && { context }), ...(typeof message !== 'string' && { err: message }) };
}

function textOf(message: unknown): string {
  return typeof message === 'string' ? message : 'Nest reported an error.';
}
