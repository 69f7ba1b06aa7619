import { IsArray, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

/** The chat of people with characters, over REST and sockets. */
export class ChatConfig {
  @FromEnv('WEBSOCKET_PORT', { about: 'second port for the sockets, 0 for any free one; none: on PORT alone' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly websocketPort?: number;

  @FromEnv('WEBSOCKET_PATH', { default: '/socket.io', about: 'path of the sockets' })
  @Matches(/^(\/[\w.~-]+)+$/, { message: 'must be a path such as /socket.io, without a slash at its end' })
  readonly websocketPath!: string;

  @FromEnv('WEBSOCKET_ORIGINS', {
    default: '',
    about: 'sites whose pages may open sockets, comma-separated, such as https://example.org; * for all; none: our own',
  })
  @IsArray()
  @Matches(/^(\*|https?:\/\/[^\s/?#@]+)$/, {
    each: true,
    message: 'must hold origins such as https://example.org, or *',
  })
  readonly websocketOrigins: string[] = [];

  @FromEnv('MAX_MESSAGE_LENGTH', { default: '2000', about: 'longest message of a person, in UTF-16 units' })
  @IsInt()
  @Min(1)
  @Max(20_000)
  readonly maxMessageLength!: number;

  @FromEnv('MESSAGE_RATE_LIMIT', {
    default: '10/minute',
    about: 'messages that one person may send: 10/minute, 1/second, 200/hour or 1000/day; 0/minute: no limit',
  })
  @Matches(/^\d{1,7}\/(second|minute|hour|day)$/, { message: 'must be a number per time, such as 10/minute' })
  readonly messageRateLimit!: string;

  @FromEnv('TYPING_TIMEOUT', { default: '3000', about: 'time after which "typing…" ends by itself, in ms' })
  @IsInt()
  @Min(500)
  @Max(60_000)
  readonly typingTimeoutMs!: number;

  /** The most messages one person may send within `windowMs`; a `most` of 0 is no limit. */
  get messageRate(): { readonly most: number; readonly windowMs: number } {
    const [most = '', time = ''] = this.messageRateLimit.split('/');
    return { most: Number(most), windowMs: WINDOW_MS[time as keyof typeof WINDOW_MS] };
  }
}

const WINDOW_MS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
