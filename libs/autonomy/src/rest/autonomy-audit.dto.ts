import { ApiProperty } from '@nestjs/swagger';

import type { AutonomyAuditEntity } from '../settings/autonomy-audit.entity.js';

export class AutonomyNoteDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ description: 'Id of an API key, or `admin`.' })
  readonly principal!: string;

  @ApiProperty({ example: 'group.changed' })
  readonly action!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The id of the group or the feed.' })
  readonly subject!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What it is now; of lists their lengths.' })
  readonly detail!: Readonly<Record<string, unknown>>;
}

export class AutonomyAuditPageDto {
  @ApiProperty({ type: [AutonomyNoteDto] })
  readonly notes!: readonly AutonomyNoteDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly next_cursor!: string | null;
}

export function toAutonomyNoteDto({
  id,
  at,
  principal,
  action,
  subject,
  detail,
}: AutonomyAuditEntity): AutonomyNoteDto {
  return { id, at: at.toISOString(), principal, action, subject, detail };
}
