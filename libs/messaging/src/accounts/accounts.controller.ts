import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { AccountStatuses } from './account-statuses.service.js';

export class AccountDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly connector!: string;
  @ApiProperty() readonly state!: string;
  @ApiProperty({ type: String, nullable: true }) readonly reason!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) readonly since!: Date;
}

export class AccountListDto {
  @ApiProperty({ type: [AccountDto] }) readonly accounts!: AccountDto[];
}

/** The linked accounts and the state of their connection. */
@ApiTags('accounts')
@Controller('api/whatsapp/accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountStatuses) {}

  @Get()
  @Scopes('accounts:read')
  @ApiOkResponse({ type: AccountListDto })
  async list(): Promise<AccountListDto> {
    const accounts = await this.accounts.list();
    return {
      accounts: accounts.map(({ id, name, connector, status, statusReason, statusSince }) => ({
        id,
        name,
        connector,
        state: status,
        reason: statusReason,
        since: statusSince,
      })),
    };
  }
}
