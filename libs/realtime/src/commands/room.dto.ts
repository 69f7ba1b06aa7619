import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** Which conversation. */
export class RoomDto {
  @IsUUID()
  readonly conversationId!: string;
}

export class JoinDto extends RoomDto {
  /** The offset of the last event that is known; left out, what happens from now on is told. */
  @IsOptional()
  @IsString()
  @MaxLength(512)
  readonly after?: string;
}
