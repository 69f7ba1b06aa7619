import { ApiProperty } from '@nestjs/swagger';

export class PostedMessageDto {
  @ApiProperty({ example: '3EB0A1B2C3D4E5F60718F2' })
  readonly id!: string;

  @ApiProperty({ example: '34600000001@c.us' })
  readonly chat!: string;

  @ApiProperty({ enum: ['queued'] })
  readonly status!: 'queued';
}
