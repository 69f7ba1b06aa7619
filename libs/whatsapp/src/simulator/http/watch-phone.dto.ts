import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class WatchPhoneDto {
  @ApiProperty({ example: '+34600000001', description: 'A phone, or the id of a chat' })
  @IsString()
  @Length(1, 128)
  readonly phone!: string;
}
