import { ApiProperty } from '@nestjs/swagger';

import type { Ack } from '../../port/ack.js';
import type { Delivery } from '../delivery-ledger.js';

export class DeliveryDto {
  @ApiProperty({ example: '34600000001@c.us' })
  readonly chat!: string;

  @ApiProperty({ example: '3EB0A1B2C3D4E5F60718F2' })
  readonly id!: string;

  @ApiProperty()
  readonly body!: string;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ enum: [1, 2, 3], description: '1 server, 2 device, 3 read' })
  readonly ack!: Ack;

  static of({ chat, messageId, body, at, ack }: Delivery): DeliveryDto {
    return { chat, id: messageId, body, at: at.toISOString(), ack };
  }
}

export class DeliveriesDto {
  @ApiProperty({ type: [DeliveryDto] })
  readonly deliveries!: DeliveryDto[];
}
