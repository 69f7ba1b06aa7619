import { ApiProperty } from '@nestjs/swagger';

export class FaultsInForceDto {
  @ApiProperty({ example: 'seed=1,duplicate=0.1,lost-ack=0.05', nullable: true, type: String })
  readonly faults!: string | null;
}

export class LineDto {
  @ApiProperty({ enum: ['up', 'down', 'logged-out'] })
  readonly line!: 'up' | 'down' | 'logged-out';
}
