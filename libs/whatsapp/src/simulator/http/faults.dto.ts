import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';

import { NO_FAULTS, type FaultScript } from '../fault-script.js';

/** A chance from 0 to 1 that may be left out. */
function Chance(description: string): PropertyDecorator {
  return (prototype, field) => {
    ApiPropertyOptional({ minimum: 0, maximum: 1, default: 0, description })(prototype, field);
    for (const decorate of [IsOptional(), IsNumber(), Min(0), Max(1)]) decorate(prototype, field);
  };
}

export class FaultsDto {
  @ApiPropertyOptional({ default: 1, description: 'The same seed strikes the same message ids' })
  @IsOptional()
  @IsInt()
  readonly seed?: number;

  @Chance('A message comes twice')
  readonly duplicate?: number;

  @Chance('A message changes places with the next one of its chat')
  readonly reorder?: number;

  @Chance('A message comes late, after others of its chat')
  readonly late?: number;

  @Chance('Our message is delivered, but we are not told')
  readonly lost_ack?: number;

  @Chance('Our message is refused once')
  readonly failed_send?: number;

  @Chance('Our message is never read')
  readonly unread?: number;

  @Chance('The line drops before a message, and comes back by itself')
  readonly disconnect?: number;

  @Chance('The account is logged out before a message')
  readonly logout?: number;

  static toScript({ lost_ack: lostAck, failed_send: failedSend, ...same }: FaultsDto): FaultScript {
    const given = Object.entries({ ...same, lostAck, failedSend }).filter(([, value]) => value !== undefined);
    return { ...NO_FAULTS, ...Object.fromEntries(given) };
  }
}
