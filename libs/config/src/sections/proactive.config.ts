import { IsBoolean, IsIn, IsInt, IsNumber, Matches, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';
import type { LogLevel } from './telemetry.config.js';

/** From when to whom, about what and how often we write first. Operators change the same settings at run time under `/api/engagements/config`. */
export class ProactiveConfig {
  @FromEnv('PROACTIVE_ENABLED', { default: 'true', about: 'write to people first, at the right moment' })
  @IsBoolean()
  readonly enabled!: boolean;

  @FromEnv('PROACTIVE_MODE', {
    default: 'auto',
    about: 'approve: nothing leaves before an operator says so; automatic; auto: approve until the account is trusted',
  })
  @IsIn(['auto', 'automatic', 'approve'])
  readonly mode!: 'auto' | 'automatic' | 'approve';

  @FromEnv('PROACTIVE_TRUST_AFTER_DAYS', {
    default: '14',
    about: 'days from which an account is trusted in mode auto',
  })
  @IsInt()
  @Min(0)
  @Max(3_650)
  readonly trustAfterDays!: number;

  @FromEnv('PROACTIVE_TRUST_AFTER_CHATS', {
    default: '20',
    about: 'conversations in which both sides wrote, from which an account is trusted in mode auto',
  })
  @IsInt()
  @Min(0)
  @Max(100_000)
  readonly trustAfterChats!: number;

  @FromEnv('PROACTIVE_MAX_OPT_OUT_SHARE', {
    default: '0.05',
    about: 'share, 0 to 1, of people who say STOP within a day from which an account needs approval again',
  })
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly maxOptOutShare!: number;

  @FromEnv('PROACTIVE_QUIET_HOURS', {
    default: '21:00-09:00',
    about: "the part of a person's own day in which nobody writes first; 00:00-00:00 is none",
  })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, { message: 'must be like 21:00-09:00' })
  readonly quietHours!: string;

  @FromEnv('PROACTIVE_MIN_INTERVAL_HOURS', { default: '2', about: 'hours between two outreaches to one person' })
  @IsNumber()
  @Min(0.25)
  @Max(8_760)
  readonly minIntervalHours!: number;

  @FromEnv('PROACTIVE_MAX_ENGAGEMENTS_PER_DAY', { default: '3', about: 'outreaches to one person in a day, at most' })
  @IsInt()
  @Min(0)
  @Max(50)
  readonly maxEngagementsPerDay!: number;

  @FromEnv('PROACTIVE_MAX_ENGAGEMENTS_PER_USER', {
    default: '1',
    about: 'outreaches that wait for one person at the same time, at most',
  })
  @IsInt()
  @Min(0)
  @Max(50)
  readonly maxEngagementsPerUser!: number;

  @FromEnv('PROACTIVE_MIN_RELATIONSHIP_STAGE', {
    default: 'friend',
    about: 'from which stage on: stranger, acquaintance, friend, close_friend, intimate or partner',
  })
  @IsIn(['stranger', 'acquaintance', 'friend', 'close_friend', 'intimate', 'partner'])
  readonly minRelationshipStage!: 'stranger' | 'acquaintance' | 'friend' | 'close_friend' | 'intimate' | 'partner';

  @FromEnv('PROACTIVE_MIN_INTIMACY_LEVEL', { default: '3', about: 'from which intimacy on, 0 to 10' })
  @IsNumber()
  @Min(0)
  @Max(10)
  readonly minIntimacyLevel!: number;

  @FromEnv('PROACTIVE_MIN_TRUST_LEVEL', { default: '3', about: 'from which trust on, 0 to 10' })
  @IsNumber()
  @Min(0)
  @Max(10)
  readonly minTrustLevel!: number;

  @FromEnv('PROACTIVE_CHECK_IN_AFTER_HOURS', { default: '24', about: 'hours of silence before a check-in' })
  @IsNumber()
  @Min(0)
  @Max(8_760)
  readonly checkInAfterHours!: number;

  @FromEnv('PROACTIVE_MEMORY_REMINDER_AFTER_HOURS', {
    default: '12',
    about: 'hours of silence before a word about something remembered, to close friends',
  })
  @IsNumber()
  @Min(0)
  @Max(8_760)
  readonly memoryReminderAfterHours!: number;

  @FromEnv('PROACTIVE_EMOTIONAL_SUPPORT_AFTER_HOURS', {
    default: '6',
    about: 'hours of silence before a word of support, to partners',
  })
  @IsNumber()
  @Min(0)
  @Max(8_760)
  readonly emotionalSupportAfterHours!: number;

  @FromEnv('PROACTIVE_MAX_MESSAGE_LENGTH', { default: '100', about: 'characters of an outreach, at most' })
  @IsInt()
  @Min(20)
  @Max(1_000)
  readonly maxMessageLength!: number;

  @FromEnv('PROACTIVE_MIN_MESSAGE_LENGTH', { default: '20', about: 'characters of an outreach, at least' })
  @IsInt()
  @Min(1)
  @Max(1_000)
  readonly minMessageLength!: number;

  @FromEnv('PROACTIVE_MESSAGE_TEMPERATURE', {
    default: '0.8',
    about: 'how freely the model words an outreach, 0 to 2',
  })
  @IsNumber()
  @Min(0)
  @Max(2)
  readonly messageTemperature!: number;

  @FromEnv('PROACTIVE_MAX_MEMORIES_TO_USE', { default: '3', about: 'memories that an outreach may use, at most' })
  @IsInt()
  @Min(0)
  @Max(20)
  readonly maxMemoriesToUse!: number;

  @FromEnv('PROACTIVE_MEMORY_IMPORTANCE_THRESHOLD', {
    default: '5',
    about: 'importance, 1 to 10, from which on (this one included) a memory is used',
  })
  @IsInt()
  @Min(1)
  @Max(10)
  readonly memoryImportanceThreshold!: number;

  @FromEnv('PROACTIVE_SCHEDULE_ADVANCE_HOURS', {
    default: '3',
    about: 'hours ahead, at most, for which something is planned',
  })
  @IsNumber()
  @Min(0.25)
  @Max(168)
  readonly scheduleAdvanceHours!: number;

  @FromEnv('PROACTIVE_MAX_SCHEDULED_ENGAGEMENTS', {
    default: '50',
    about: 'outreaches that wait at the same time, of all people, at most',
  })
  @IsInt()
  @Min(0)
  @Max(10_000)
  readonly maxScheduledEngagements!: number;

  @FromEnv('PROACTIVE_ENABLE_DEBUG_LOGGING', {
    default: 'true',
    about: 'a line in the log for each plan and each skip, with its reasons',
  })
  @IsBoolean()
  readonly enableDebugLogging!: boolean;

  @FromEnv('PROACTIVE_LOG_LEVEL', {
    default: 'info',
    about: 'the level of those lines: debug, info, warn, error or silent',
  })
  @IsIn(['debug', 'info', 'warn', 'error', 'silent'])
  readonly logLevel!: LogLevel;
}
