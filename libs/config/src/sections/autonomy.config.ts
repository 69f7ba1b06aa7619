import { IsBoolean, IsIn, IsInt, IsNumber, Matches, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

/** Whether, how often and when it speaks unasked in groups. Operators change most of it for one group under `/api/autonomy/groups/{id}`. */
export class AutonomyConfig {
  @FromEnv('AUTONOMY_ENABLED', {
    default: 'true',
    about: 'false: nothing is said unasked in any group, whatever is set for it',
  })
  @IsBoolean()
  readonly enabled!: boolean;

  @FromEnv('AUTONOMY_ENGINE', {
    default: 'off',
    about:
      'what speaks unasked in groups that say nothing else: v2 looks at the talk, v1 is a random timer, off is nothing',
  })
  @IsIn(['off', 'v1', 'v2'])
  readonly engine!: 'off' | 'v1' | 'v2';

  @FromEnv('AUTONOMY_ACTIONS_PER_HOUR', { default: '4', about: 'unasked messages in a group in any hour, at most' })
  @IsInt()
  @Min(0)
  @Max(32)
  readonly actionsPerHour!: number;

  @FromEnv('AUTONOMY_ACTIONS_PER_DAY', { default: '20', about: 'unasked messages in a group in any 24 hours, at most' })
  @IsInt()
  @Min(0)
  @Max(32)
  readonly actionsPerDay!: number;

  @FromEnv('AUTONOMY_ANSWERS_AT_ONCE', {
    default: '10',
    about: 'answers in a group in a row to people who turn to it, before the pace below holds',
  })
  @IsInt()
  @Min(1)
  @Max(1_000)
  readonly answersAtOnce!: number;

  @FromEnv('AUTONOMY_ANSWERS_PER_HOUR', {
    default: '60',
    about: 'answers in a group an hour after that, so that no two bots keep each other talking',
  })
  @IsInt()
  @Min(1)
  @Max(1_000)
  readonly answersPerHour!: number;

  @FromEnv('AUTONOMY_SILENCE_HOURS', {
    default: '8',
    about: 'hours without an unasked word in a group where somebody asked for silence',
  })
  @IsNumber()
  @Min(0.25)
  @Max(8_760)
  readonly silenceHours!: number;

  @FromEnv('AUTONOMY_QUIET_HOURS', {
    default: '23:00-08:00',
    about: "the part of a group's own day in which no silence is broken and nothing is shared; 00:00-00:00 is none",
  })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, { message: 'must be like 23:00-08:00' })
  readonly quietHours!: string;

  @FromEnv('AUTONOMY_MAX_MESSAGE_LENGTH', { default: '280', about: 'characters of an unasked message, at most' })
  @IsInt()
  @Min(40)
  @Max(1_000)
  readonly maxMessageLength!: number;

  @FromEnv('AUTONOMY_FEED_MINUTES', {
    default: '60',
    about: 'minutes between two looks at a feed from which things are shared',
  })
  @IsInt()
  @Min(5)
  @Max(10_080)
  readonly feedMinutes!: number;
}
