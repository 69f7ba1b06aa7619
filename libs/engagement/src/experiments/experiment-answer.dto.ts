import { ApiProperty } from '@nestjs/swagger';

import type { ExperimentEntity } from './experiment.entity.js';
import type { ArmResult } from './experiment-results.service.js';
import { VariantDto } from './experiment.dto.js';

const TIME = { type: String, format: 'date-time' } as const;
const TIME_OR_NULL = { ...TIME, nullable: true } as const;
const NUMBER_OR_NULL = { type: Number, nullable: true } as const;

export class ExperimentDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly dimension!: string;
  @ApiProperty({ type: [VariantDto] }) readonly variants!: VariantDto[];
  @ApiProperty({ enum: ['draft', 'running', 'stopped', 'finished'], description: '`stopped`: a variant did harm.' })
  readonly status!: string;
  @ApiProperty({ type: String, nullable: true, example: 'harm:evening:opt-outs' })
  readonly stop_reason!: string | null;
  @ApiProperty(TIME_OR_NULL) readonly started_at!: Date | null;
  @ApiProperty(TIME_OR_NULL) readonly stopped_at!: Date | null;
  @ApiProperty(TIME) readonly created_at!: Date;
  @ApiProperty() readonly created_by!: string;
}

export class ExperimentsDto {
  @ApiProperty({ type: [ExperimentDto] }) readonly experiments!: ExperimentDto[];
}

/** What came of one variant. Numbers of the comparison are null for the control, and while there are too few people. */
export class ArmDto {
  @ApiProperty() readonly key!: string;
  @ApiProperty() readonly control!: boolean;
  @ApiProperty({ description: 'Sent, and their outcome known.' }) readonly sent!: number;
  @ApiProperty() readonly people!: number;
  @ApiProperty({ ...NUMBER_OR_NULL, description: 'Mean over people of the share that they answered within 24 hours.' })
  readonly answered_share!: number | null;
  @ApiProperty({ ...NUMBER_OR_NULL, description: 'Of the answers, -1 to 1.' })
  readonly sentiment!: number | null;
  @ApiProperty({ description: 'People who opted out within 24 hours.' }) readonly opt_outs!: number;
  @ApiProperty({ ...NUMBER_OR_NULL, description: 'From the answered share of the control.' })
  readonly difference!: number | null;
  @ApiProperty({ ...NUMBER_OR_NULL, description: 'Of the 95 % interval, which holds however often one looks.' })
  readonly low!: number | null;
  @ApiProperty(NUMBER_OR_NULL) readonly high!: number | null;
  @ApiProperty(NUMBER_OR_NULL) readonly p_value!: number | null;
  @ApiProperty({ enum: ['better', 'worse'], nullable: true }) readonly decided!: string | null;
}

export class ExperimentWithResultsDto extends ExperimentDto {
  @ApiProperty({ type: [ArmDto] }) readonly arms!: ArmDto[];
}

export function toExperimentDto(row: ExperimentEntity): ExperimentDto {
  return {
    ...{ id: row.id, name: row.name, dimension: row.dimension, status: row.status, stop_reason: row.stopReason },
    variants: row.variants.map((variant) => ({ ...variant })),
    ...{ started_at: row.startedAt, stopped_at: row.stoppedAt, created_at: row.createdAt, created_by: row.createdBy },
  };
}

export function toArmDto({ key, control, sent, people, shares, sentiment, optOuts, test }: ArmResult): ArmDto {
  return {
    ...{ key, control, sent, people, sentiment, opt_outs: optOuts },
    answered_share: people > 0 ? shares / people : null,
    ...{ difference: test?.difference ?? null, low: test?.low ?? null, high: test?.high ?? null },
    ...{ p_value: test?.pValue ?? null, decided: test?.decided ?? null },
  };
}
