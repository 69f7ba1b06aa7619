import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';

import type { SendingView } from './sending-desk.service.js';

export class SwitchSendingDto {
  @ApiProperty({ description: 'true: nothing leaves this account any more; what waits is held.' })
  @IsBoolean()
  readonly stopped!: boolean;
}

/** The limits as they hold now, warm-up included. */
export class PaceDto {
  @ApiProperty() readonly rate_per_minute!: number;
  @ApiProperty() readonly burst!: number;
  @ApiProperty() readonly gap_ms!: number;
  @ApiProperty() readonly new_contacts_per_day!: number;
  @ApiProperty() readonly new_contacts_last_day!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly warm_since!: Date | null;
}

/** Whether and how fast messages leave an account. */
export class SendingDto {
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly stopped_at!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly held_until!: Date | null;
  @ApiProperty({ type: String, nullable: true, enum: ['rate', 'slow-down', null] })
  readonly held_reason!: string | null;
  @ApiProperty({ description: 'Messages that wait in the outbox.' }) readonly waiting!: number;
  @ApiProperty({ type: PaceDto, nullable: true, description: 'null: pacing is off.' }) readonly pace!: PaceDto | null;
}

export function toSendingDto({ stoppedAt, heldUntil, heldReason, waiting, pace }: SendingView): SendingDto {
  return {
    stopped_at: stoppedAt,
    held_until: heldUntil,
    held_reason: heldReason,
    waiting,
    pace: pace && {
      rate_per_minute: pace.ratePerMinute,
      burst: pace.burst,
      gap_ms: pace.gapMs,
      new_contacts_per_day: pace.newContactsPerDay,
      new_contacts_last_day: pace.newContactsLastDay,
      warm_since: pace.warmSince,
    },
  };
}
