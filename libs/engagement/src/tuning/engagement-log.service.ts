import { Injectable } from '@nestjs/common';

import { Logger } from '#telemetry';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import type { Reason } from '../planning/reason.js';

/** A look at somebody, as it is told in the log: ids, codes and times, never words. */
export interface LoggedLook {
  readonly contactId: string;
  readonly engagementId?: string;
  readonly type?: string;
  readonly dueAt?: Date;
  readonly reasons: readonly Reason[];
}

export interface LoggedRun {
  readonly looked: number;
  readonly planned: number;
  readonly skipped: number;
}

type Logging = Pick<EngagementPolicy, 'debugLogging' | 'logLevel'>;
type Level = 'debug' | 'info' | 'warn' | 'error';

const LEVELS: readonly string[] = ['debug', 'info', 'warn', 'error'] satisfies Level[];

/** What `PROACTIVE_ENABLE_DEBUG_LOGGING` and `PROACTIVE_LOG_LEVEL` switch: a line for each plan and each skip. A run has its line in any case. */
@Injectable()
export class EngagementLog {
  constructor(private readonly logger: Logger) {}

  planned(logging: Logging, look: LoggedLook): void {
    this.line(logging, look, 'an outreach is planned');
  }

  skipped(logging: Logging, look: LoggedLook): void {
    this.line(logging, look, 'nobody is written to');
  }

  ran({ looked, planned, skipped }: LoggedRun): void {
    if (looked > 0) this.logger.info({ looked, planned, skipped }, 'the planner has looked at people');
  }

  private line({ debugLogging, logLevel }: Logging, look: LoggedLook, message: string): void {
    if (!debugLogging || !isLevel(logLevel)) return;
    const { contactId, engagementId, type, dueAt, reasons } = look;
    const codes = reasons.map(({ code }) => code).join(' ');
    this.logger[logLevel]({ contactId, engagementId, type, dueAt: dueAt?.toISOString(), reasons: codes }, message);
  }
}

/** Anything else is `silent`. */
function isLevel(level: string): level is Level {
  return LEVELS.includes(level);
}
