import { ApiProperty } from '@nestjs/swagger';

import type { TurnView } from './turn-reader.service.js';

/** A part of the answer to a turn. `GET /api/conversations/outbox` shows it whole. */
export class TurnPartDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly state!: string;
  @ApiProperty({ type: String, nullable: true }) readonly reason!: string | null;
}

/** One burst of messages and what became of it. */
export class TurnDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ description: 'Who answers it.' }) readonly agent!: string;
  @ApiProperty({ enum: ['pending', 'answered', 'silent'] }) readonly state!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Why there is no answer, or what a fixed one was for.' })
  readonly reason!: string | null;
  @ApiProperty({ description: 'How often an answer was tried.' }) readonly attempts!: number;
  @ApiProperty({ type: [TurnPartDto], description: 'The parts of the answer.' }) readonly outbox!: TurnPartDto[];
  @ApiProperty({ type: String, format: 'date-time' }) readonly created_at!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly finished_at!: Date | null;
}

export class TurnPageDto {
  @ApiProperty({ type: [TurnDto] }) readonly turns!: TurnDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next_cursor!: string | null;
}

export function toTurnDto({ createdAt, finishedAt, outbox, ...turn }: TurnView): TurnDto {
  return { ...turn, outbox: [...outbox], created_at: createdAt, finished_at: finishedAt };
}
