import type { Writable } from 'node:stream';

import { pino, type DestinationStream, type Logger as Pino } from 'pino';
import { PinoPretty } from 'pino-pretty';

import { correlationId } from '../correlation/correlation.js';
import type { LogFields } from './log-fields.js';
import { Logger } from './logger.js';
import { safeFields } from './safe-fields.js';

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** `json`: one object a line, for machines. `pretty`: coloured text, for people. */
  readonly format: 'json' | 'pretty';
  /** Which process speaks: `api`, `worker`, … */
  readonly name: string;
  /** Where the lines go. Defaults to standard output. */
  readonly destination?: Writable;
}

/** Writes log lines with pino, at once and in order, so that the last line before a crash is not lost. */
export class PinoLogger extends Logger {
  private constructor(private readonly pino: Pino) {
    super();
  }

  static create(options: LogOptions): PinoLogger {
    const settings = {
      level: options.level,
      base: { name: options.name, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
      mixin: correlationField,
    };
    return new PinoLogger(pino(settings, streamOf(options)));
  }

  debug<F>(fields: LogFields<F>, message: string): void {
    if (this.pino.isLevelEnabled('debug')) this.pino.debug(safeFields(fields), message);
  }

  info<F>(fields: LogFields<F>, message: string): void {
    if (this.pino.isLevelEnabled('info')) this.pino.info(safeFields(fields), message);
  }

  warn<F>(fields: LogFields<F>, message: string): void {
    if (this.pino.isLevelEnabled('warn')) this.pino.warn(safeFields(fields), message);
  }

  error<F>(fields: LogFields<F>, message: string): void {
    if (this.pino.isLevelEnabled('error')) this.pino.error(safeFields(fields), message);
  }

  child<F>(fields: LogFields<F>): Logger {
    return new PinoLogger(this.pino.child(safeFields(fields)));
  }
}

function streamOf({ format, destination }: LogOptions): DestinationStream {
  const stream = destination ?? pino.destination({ dest: 1, sync: true });
  if (format === 'json') return stream;
  return PinoPretty({ destination: stream, sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss.l' });
}

function correlationField(): object {
  const id = correlationId();
  return id === undefined ? {} : { correlationId: id };
}
