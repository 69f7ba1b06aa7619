import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import type { AccountStatus } from './account-view.js';

const STATES = [
  ...['STOPPED', 'STARTING', 'WAIT_QR', 'PAIRING', 'SYNCING', 'READY', 'DEGRADED', 'RECONNECTING'],
  ...['LOGGED_OUT', 'RESTRICTED', 'FAILED'],
];

/** An account as the API shows it. */
export class AccountDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly connector!: string;
  @ApiProperty({ enum: STATES }) readonly state!: string;
  @ApiProperty({ type: String, nullable: true }) readonly reason!: string | null;
  @ApiProperty({ type: String, format: 'date-time', description: 'When the state began.' }) readonly since!: Date;
  @ApiProperty({ enum: ['running', 'stopped'], description: 'What the operator wants of it.' })
  readonly wanted!: string;
  @ApiProperty({ description: 'Whether a living connector holds it.' }) readonly owned!: boolean;
  @ApiProperty({
    type: String,
    enum: ['qr', 'code', null],
    nullable: true,
    description: 'How a phone can be linked now: GET …/qr shows the code.',
  })
  readonly linking!: string | null;
}

export class AccountListDto {
  @ApiProperty({ type: [AccountDto] }) readonly accounts!: AccountDto[];
}

export class CreateAccountDto {
  @ApiProperty({ description: 'Letters, digits, and . _ - between them; 1 to 64 in all.' })
  // A UUID is an id: as a name it could mean another account.
  @Matches(/^(?![0-9a-f]{8}-[0-9a-f]{4}-)[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,62}[\p{L}\p{N}])?$/iu, {
    message: 'name must be 1 to 64 letters and digits, with . _ - between them',
  })
  readonly name!: string;
}

export class QrQueryDto {
  @ApiPropertyOptional({
    enum: ['json', 'png'],
    description: 'png answers the picture alone, as `Accept: image/png` does.',
  })
  @IsOptional()
  @IsIn(['json', 'png'])
  readonly format?: 'json' | 'png';
}

export class QrDto {
  @ApiProperty({ description: 'What the code says. Whoever draws it can link their phone: keep it to yourself.' })
  readonly text!: string;
  @ApiProperty({ description: 'The picture, as a data: address.' }) readonly png!: string;
  @ApiProperty({ enum: STATES }) readonly state!: string;
}

export class AskPairingCodeDto {
  @ApiProperty({ example: '+34600000001', description: 'The number of the phone to be linked.' })
  @Matches(/^\+?\d{5,15}$/, { message: 'phone must be 5 to 15 digits, with or without +' })
  readonly phone!: string;
}

export class PairingCodeDto {
  @ApiProperty({ description: 'To be typed into the phone: Linked devices > Link with phone number.' })
  readonly code!: string;
}

export function toAccountDto(account: AccountStatus): AccountDto {
  return {
    id: account.id,
    name: account.name,
    connector: account.connector,
    state: account.status,
    reason: account.statusReason,
    since: account.statusSince,
    wanted: account.wanted,
    owned: account.owned,
    linking: account.linkingKind,
  };
}
