import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

import { STAGES, type Stage } from '#memory';

import { ENGAGEMENT_TYPES, type EngagementType } from '../planning/engagement-type.js';
import type { Reason } from '../planning/reason.js';
import { ENGAGEMENT_STATUSES, type Engagement, type EngagementStatus } from '../store/engagement.js';
import type { Preview } from './preview.js';

const MOMENT = { type: String, format: 'date-time', nullable: true } as const;
const TEXT = { type: String, nullable: true } as const;

/** Why something was decided. */
export class ReasonDto implements Reason {
  @ApiProperty({ example: 'silent' })
  readonly code!: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  readonly detail?: Reason['detail'];
}

export class EngagementDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly contact_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly chat_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly character_id!: string;

  @ApiProperty({ enum: ENGAGEMENT_TYPES })
  readonly type!: EngagementType;

  @ApiProperty({ enum: ENGAGEMENT_STATUSES })
  readonly status!: EngagementStatus;

  @ApiProperty({ ...TEXT, description: 'Why it ended as it did.' })
  readonly reason!: string | null;

  @ApiProperty({ type: [ReasonDto], description: 'Why it was planned as it was.' })
  readonly reasons!: readonly ReasonDto[];

  @ApiProperty({ ...TEXT, description: 'Null before it is written; once it is sent it is the message `message_id`.' })
  readonly text!: string | null;

  @ApiProperty(TEXT)
  readonly language!: string | null;

  @ApiProperty({ enum: ['model', 'template', 'operator'], nullable: true, type: String })
  readonly source!: string | null;

  @ApiProperty(TEXT)
  readonly template_id!: string | null;

  @ApiProperty({ type: [String], format: 'uuid' })
  readonly memory_ids!: readonly string[];

  @ApiProperty({ enum: STAGES, description: 'How near they stood when it was planned.' })
  readonly stage!: Stage;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, nullable: true })
  readonly experiment!: Readonly<Record<string, string>> | null;

  @ApiProperty({ enum: ['automatic', 'approve'] })
  readonly mode!: 'automatic' | 'approve';

  @ApiProperty({ format: 'date-time' })
  readonly due_at!: string;

  @ApiProperty({ format: 'date-time', description: 'After that it is not sent any more.' })
  readonly expires_at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty(MOMENT)
  readonly approved_at!: string | null;

  @ApiProperty(TEXT)
  readonly approved_by!: string | null;

  @ApiProperty(MOMENT)
  readonly sent_at!: string | null;

  @ApiProperty({ ...TEXT, format: 'uuid' })
  readonly message_id!: string | null;

  @ApiProperty({ enum: ['answered', 'ignored', 'opted_out'], nullable: true, type: String })
  readonly outcome!: string | null;

  @ApiProperty(MOMENT)
  readonly answered_at!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Until the answer.' })
  readonly response_ms!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Of the answer, -1 to 1.' })
  readonly sentiment!: number | null;
}

export class EngagementPageDto {
  @ApiProperty({ type: [EngagementDto] })
  readonly engagements!: readonly EngagementDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly next_cursor!: string | null;
}

export class UpcomingPageDto extends EngagementPageDto {
  @ApiProperty({ description: 'How many people are looked at within the hours that are planned ahead.' })
  readonly next_looks!: number;
}

export class EngagementPreviewDto {
  @ApiProperty({ format: 'uuid' })
  readonly contact_id!: string;

  @ApiProperty({ enum: ENGAGEMENT_TYPES })
  readonly type!: EngagementType;

  @ApiProperty()
  readonly eligible!: boolean;

  @ApiProperty({ type: [ReasonDto] })
  readonly reasons!: readonly ReasonDto[];

  @ApiProperty({ ...TEXT, description: 'Null when there are no words that may be sent.' })
  readonly text!: string | null;

  @ApiProperty(TEXT)
  readonly language!: string | null;

  @ApiProperty({ enum: ['model', 'template'], nullable: true, type: String })
  readonly source!: string | null;

  @ApiProperty({ type: [String], format: 'uuid' })
  readonly memory_ids!: readonly string[];

  @ApiProperty(MOMENT)
  readonly proposed_at!: string | null;

  @ApiProperty({ ...MOMENT, description: 'After that it would be too late.' })
  readonly window_ends!: string | null;

  @ApiProperty({ enum: ['planned', 'skipped'] })
  readonly would_be!: 'planned' | 'skipped';
}

export function toEngagementDto(engagement: Engagement): EngagementDto {
  const { id, type, status, reason, reasons, text, language, source, stage, experiment, mode } = engagement;
  return {
    ...{ id, type, status, reason, reasons, text, language, source, stage, experiment, mode },
    ...{ contact_id: engagement.contactId, chat_id: engagement.chatId, character_id: engagement.characterId },
    ...{ template_id: engagement.templateId, memory_ids: engagement.memoryIds, message_id: engagement.messageId },
    ...{ due_at: engagement.dueAt.toISOString(), expires_at: engagement.expiresAt.toISOString() },
    created_at: engagement.createdAt.toISOString(),
    ...{ approved_at: engagement.approvedAt?.toISOString() ?? null, approved_by: engagement.approvedBy },
    sent_at: engagement.sentAt?.toISOString() ?? null,
    ...{ outcome: engagement.outcome, answered_at: engagement.answeredAt?.toISOString() ?? null },
    ...{ response_ms: engagement.responseMs, sentiment: engagement.sentiment },
  };
}

export function toEngagementPreviewDto(preview: Preview): EngagementPreviewDto {
  const { type, eligible, reasons, text, language, source } = preview;
  return {
    ...{ type, eligible, reasons, text, language, source },
    ...{ contact_id: preview.contactId, memory_ids: preview.memoryIds },
    proposed_at: preview.proposedAt?.toISOString() ?? null,
    window_ends: preview.windowEnds?.toISOString() ?? null,
    would_be: eligible ? 'planned' : 'skipped',
  };
}
