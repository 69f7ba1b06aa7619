import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { PageQueryDto } from '#security';

import type { OutboxView } from './outbox-desk.service.js';
import type { Resolution } from './outbox-resolution.service.js';
import type { OutboxState } from './outbox.entity.js';

const STATES: readonly OutboxState[] = ['draft', 'queued', 'sending', 'sent', 'dropped', 'failed', 'unknown'];

export class OutboxQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  readonly state?: OutboxState;
}

const RESOLUTIONS: readonly Resolution[] = ['sent', 'not-sent', 'retry'];

export class ResolveDto {
  @ApiProperty({ enum: RESOLUTIONS, description: 'What the phone shows; `retry` sends it again under the same id.' })
  @IsIn(RESOLUTIONS)
  readonly outcome!: Resolution;
}

/** An outgoing message as the API shows it. */
export class OutboxDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly chat_id!: string;
  @ApiProperty({ type: String, nullable: true }) readonly turn_id!: string | null;
  @ApiProperty() readonly part!: number;
  @ApiProperty({ description: "WhatsApp's id of the message." }) readonly external_id!: string;
  @ApiProperty({ enum: ['reply', 'command', 'operator', 'proactive'] }) readonly origin!: string;
  @ApiProperty({ enum: STATES }) readonly state!: OutboxState;
  @ApiProperty({ type: String, nullable: true }) readonly reason!: string | null;
  @ApiProperty() readonly attempts!: number;
  @ApiProperty({ description: 'text, image, video, audio or document.' }) readonly kind!: string;
  @ApiProperty({ type: String, nullable: true }) readonly text!: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly quoted_id!: string | null;
  @ApiProperty({ type: String, format: 'date-time', description: 'When it is looked at next, while it waits.' })
  readonly not_before!: Date;
  @ApiProperty({ type: String, format: 'date-time' }) readonly created_at!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly sent_at!: Date | null;
}

export class OutboxPageDto {
  @ApiProperty({ type: [OutboxDto] }) readonly outbox!: OutboxDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next_cursor!: string | null;
}

export function toOutboxDto(view: OutboxView): OutboxDto {
  return {
    id: view.id,
    chat_id: view.chatId,
    turn_id: view.turnId,
    part: view.part,
    external_id: view.messageId,
    origin: view.origin,
    state: view.state,
    reason: view.reason,
    attempts: view.attempts,
    kind: view.kind,
    text: view.text,
    quoted_id: view.quotedId,
    not_before: view.notBefore,
    created_at: view.createdAt,
    sent_at: view.sentAt,
  };
}
