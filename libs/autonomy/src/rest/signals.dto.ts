import { ApiProperty } from '@nestjs/swagger';

import type { Needs } from '../engine/needs.js';
import { NEVER, type Signals } from '../engine/signals.js';
import { rounded } from './rounded.js';

const SECONDS = { type: Number, nullable: true, description: 'Null: never.' } as const;

export class SignalsDto {
  @ApiProperty()
  readonly messages_in_five_minutes!: number;

  @ApiProperty()
  readonly messages_in_hour!: number;

  @ApiProperty({ description: 'Messages of people, fading within minutes.' })
  readonly momentum!: number;

  @ApiProperty({ description: 'People who wrote in the last ten minutes.' })
  readonly speakers!: number;

  @ApiProperty({ ...SECONDS, description: 'Since a person wrote; null: nobody has.' })
  readonly quiet_seconds!: number | null;

  @ApiProperty()
  readonly messages_since_own!: number;

  @ApiProperty(SECONDS)
  readonly seconds_since_own!: number | null;

  @ApiProperty(SECONDS)
  readonly seconds_since_addressed!: number | null;

  @ApiProperty({ ...SECONDS, description: 'Since two others spoke to each other; null: never.' })
  readonly seconds_since_directed!: number | null;

  @ApiProperty({ ...SECONDS, description: 'Since somebody came in or began something; null: never, or it is told.' })
  readonly seconds_since_activity!: number | null;

  @ApiProperty({ description: 'Of whom that was to us, 0 to 1.' })
  readonly affinity!: number;

  @ApiProperty({ description: 'Unasked messages since anybody turned to us.' })
  readonly ignored!: number;

  @ApiProperty({ description: "The group's tone, -1 to 1, by emoji and reactions." })
  readonly sentiment!: number;

  @ApiProperty({ description: 'How our own messages are taken, -1 to 1.' })
  readonly reception!: number;

  @ApiProperty({ description: 'How much the talk is about the interests of the group, 0 to 1.' })
  readonly interest!: number;

  @ApiProperty({ description: 'How lively the group usually is at this hour and weekday; 1 is its average.' })
  readonly usual!: number;
}

export class ThresholdsDto {
  @ApiProperty()
  readonly join_messages!: number;

  @ApiProperty()
  readonly join_momentum!: number;

  @ApiProperty()
  readonly join_pause_seconds!: number;

  @ApiProperty()
  readonly fomo_messages!: number;

  @ApiProperty()
  readonly fomo_pause_seconds!: number;

  @ApiProperty()
  readonly engage_pause_seconds!: number;

  @ApiProperty()
  readonly quiet_seconds!: number;

  @ApiProperty()
  readonly share_pause_seconds!: number;
}

export function toSignalsDto(signals: Signals): SignalsDto {
  const { messagesInFiveMinutes, messagesInHour, speakers, messagesSinceOwn, ignored } = signals;
  return {
    ...{ messages_in_five_minutes: messagesInFiveMinutes, messages_in_hour: messagesInHour, speakers, ignored },
    momentum: rounded(signals.momentum),
    quiet_seconds: knownTime(signals.quiet),
    messages_since_own: messagesSinceOwn,
    seconds_since_own: knownTime(signals.sinceOwn),
    seconds_since_addressed: knownTime(signals.sinceAddressed),
    seconds_since_directed: knownTime(signals.sinceDirected),
    seconds_since_activity: knownTime(signals.sinceActivity),
    affinity: rounded(signals.affinity),
    sentiment: rounded(signals.sentiment),
    reception: rounded(signals.reception),
    interest: rounded(signals.interest),
    usual: rounded(signals.usual),
  };
}

export function toThresholdsDto(needs: Needs): ThresholdsDto {
  return {
    join_messages: needs.joinMessages,
    join_momentum: needs.joinMomentum,
    join_pause_seconds: needs.joinPause,
    fomo_messages: needs.fomoMessages,
    fomo_pause_seconds: needs.fomoPause,
    engage_pause_seconds: needs.engagePause,
    quiet_seconds: needs.quiet,
    share_pause_seconds: needs.sharePause,
  };
}

/** Null for a time that never was. */
export function knownTime(value: number): number | null {
  return value >= NEVER ? null : value;
}
