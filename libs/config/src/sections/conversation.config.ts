import { IsArray, IsIn, IsInt, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

/** How we take part in a conversation. */
export class ConversationConfig {
  @FromEnv('BURST_QUIET_MS', {
    default: '1500',
    about: 'pause after which a burst of messages counts as finished, in ms',
  })
  @IsInt()
  @Min(0)
  @Max(4_000)
  readonly burstQuietMs!: number;

  @FromEnv('BURST_MAX_MS', { default: '4000', about: 'longest wait for the end of a burst, in ms' })
  @IsInt()
  @Min(0)
  @Max(4_000)
  readonly burstMaxMs!: number;

  @FromEnv('TAKEOVER_MINUTES', {
    default: '30',
    about: 'how long a chat stays with the owner after the owner wrote in it',
  })
  @IsInt()
  @Min(0)
  readonly takeoverMinutes!: number;

  @FromEnv('REPLY_MODE', { default: 'auto', about: 'auto answers at once, draft keeps each answer for approval' })
  @IsIn(['auto', 'draft'])
  readonly replyMode!: 'auto' | 'draft';

  @FromEnv('ALLOW_LIST', {
    default: '',
    about: 'phones or chat ids that get answers, comma-separated; empty: everybody',
  })
  @IsArray()
  readonly allowList: string[] = [];

  @FromEnv('DAILY_CAP_PER_CHAT', { default: '500', about: 'most messages we send into one chat in 24 hours' })
  @IsInt()
  @Min(1)
  readonly dailyCapPerChat!: number;

  @FromEnv('LOOP_GUARD_REPLIES_PER_MINUTE', {
    default: '12',
    about: 'replies a minute in one chat after which we fall silent',
  })
  @IsInt()
  @Min(1)
  readonly loopGuardRepliesPerMinute!: number;

  @FromEnv('COMPANION_CONCURRENCY', {
    default: '20',
    about: 'chats that one worker answers at a time; more need a larger DATABASE_POOL_SIZE, too',
  })
  @IsInt()
  @Min(1)
  @Max(1_000)
  readonly companionConcurrency!: number;
}
