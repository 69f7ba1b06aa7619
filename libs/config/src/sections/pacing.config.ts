import { IsIn, IsInt, IsNumber, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

/** How fast messages leave an account. The defaults are those of a person who types, not of a service. */
export class PacingConfig {
  @FromEnv('PACING', {
    default: 'auto',
    about: 'auto, on or off: whether messages leave at the pace below; auto is on for webjs only',
  })
  @IsIn(['auto', 'on', 'off'])
  readonly pacing!: 'auto' | 'on' | 'off';

  @FromEnv('SEND_RATE_PER_MINUTE', { default: '20', about: 'messages that one account sends a minute, on the average' })
  @IsNumber()
  @Min(0.1)
  @Max(6_000)
  readonly ratePerMinute!: number;

  @FromEnv('SEND_BURST', { default: '5', about: 'messages that one account may send at once after a rest' })
  @IsInt()
  @Min(1)
  @Max(1_000)
  readonly burst!: number;

  @FromEnv('SEND_GAP_MS', { default: '1500', about: 'least time between two of our messages in one chat, in ms' })
  @IsInt()
  @Min(0)
  @Max(3_600_000)
  readonly gapMs!: number;

  @FromEnv('NEW_CONTACTS_PER_DAY', {
    default: '10',
    about: 'people we may write to in 24 hours who never wrote to us; 0: none',
  })
  @IsInt()
  @Min(0)
  @Max(1_000)
  readonly newContactsPerDay!: number;

  @FromEnv('WARM_UP_DAYS', {
    default: '7',
    about: 'days in which a new account grows from a quarter of these limits to all of them; 0: none',
  })
  @IsInt()
  @Min(0)
  @Max(365)
  readonly warmUpDays!: number;

  @FromEnv('TYPING_MAX_MS', {
    default: '8000',
    about: 'longest time that "typing…" is shown before an answer, in ms; 0: not at all',
  })
  @IsInt()
  @Min(0)
  @Max(20_000)
  readonly typingMaxMs!: number;

  @FromEnv('SEND_MEDIA_MAX_BYTES', {
    default: '16777216',
    about: 'largest attachment the operator may send, in bytes',
  })
  @IsInt()
  @Min(1)
  @Max(104_857_600)
  readonly mediaMaxBytes!: number;
}
