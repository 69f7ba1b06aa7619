import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

import { IsInstant, PageQueryDto } from '#security';

import type { Adulthood } from '../policy/safety-policy.js';
import type { ContactSafety } from './contact-safety-book.service.js';
import type { Incident } from './incident-book.service.js';
import { INCIDENT_KINDS, type IncidentKind } from './safety-incident.entity.js';

const TIME = { type: String, format: 'date-time' } as const;
const TIME_OR_NULL = { ...TIME, nullable: true } as const;
const ADULT = ['confirmed', 'unknown', 'minor'] as const;

export class IncidentQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: INCIDENT_KINDS })
  @IsOptional()
  @IsIn(INCIDENT_KINDS)
  readonly kind?: IncidentKind;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Whether somebody has looked at it.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly handled?: 'true' | 'false';

  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly chat_id?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly contact_id?: string;
}

/** Something to look at: never what was said. */
export class IncidentDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly chat_id!: string;
  @ApiProperty({ type: String, nullable: true }) readonly contact_id!: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly message_id!: string | null;
  @ApiProperty({ enum: INCIDENT_KINDS }) readonly kind!: IncidentKind;
  @ApiProperty({ description: 'How sexual it was, 0-10.' }) readonly level!: number;
  @ApiProperty({ enum: ['answer', 'soften', 'decline', 'hand-over', 'care', 'replaced', 'none'] })
  readonly action!: string;
  @ApiProperty(TIME) readonly created_at!: Date;
  @ApiProperty(TIME_OR_NULL) readonly handled_at!: Date | null;
}

export class IncidentPageDto {
  @ApiProperty({ type: [IncidentDto] }) readonly incidents!: IncidentDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next_cursor!: string | null;
}

export class ContactSafetyDto {
  @ApiProperty() readonly contact_id!: string;
  @ApiProperty({ enum: ADULT }) readonly adult!: Adulthood;
  @ApiProperty({
    type: String,
    nullable: true,
    enum: ['operator', 'signal', null],
    description: 'Who said so: an operator, or their own words.',
  })
  readonly set_by!: string | null;
  @ApiProperty({ ...TIME_OR_NULL, description: 'Until then we do not write first.' })
  readonly proactive_paused_until!: Date | null;
  @ApiProperty(TIME_OR_NULL) readonly updated_at!: Date | null;
}

export class ChangeContactSafetyDto {
  @ApiProperty({
    enum: ADULT,
    description: 'Holds until the person says that they are a minor. `confirmed` only when you have made sure of it.',
  })
  @IsIn(ADULT)
  readonly adult!: Adulthood;

  @ApiPropertyOptional({ ...TIME_OR_NULL, description: 'null ends the pause.' })
  @IsOptional()
  @IsInstant()
  readonly proactive_paused_until?: string | null;
}

export function toIncidentDto(incident: Incident): IncidentDto {
  return {
    id: incident.id,
    chat_id: incident.chatId,
    contact_id: incident.contactId,
    message_id: incident.messageId,
    kind: incident.kind,
    level: incident.level,
    action: incident.action,
    created_at: incident.createdAt,
    handled_at: incident.handledAt,
  };
}

export function toContactSafetyDto(known: ContactSafety): ContactSafetyDto {
  return {
    contact_id: known.contactId,
    adult: known.adult,
    set_by: known.setBy,
    proactive_paused_until: known.proactivePausedUntil,
    updated_at: known.updatedAt,
  };
}
