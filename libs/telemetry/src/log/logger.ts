import type { LogFields } from './log-fields.js';

/**
 * Structured log lines. `message` is a constant sentence: what differs from line to line goes into `fields`, so that lines
 * can be grouped and nothing private slips in. Inject it by this class.
 */
export abstract class Logger {
  abstract debug<F>(fields: LogFields<F>, message: string): void;
  abstract info<F>(fields: LogFields<F>, message: string): void;
  abstract warn<F>(fields: LogFields<F>, message: string): void;
  abstract error<F>(fields: LogFields<F>, message: string): void;
  /** A logger whose every line also has `fields`. */
  abstract child<F>(fields: LogFields<F>): Logger;
}
