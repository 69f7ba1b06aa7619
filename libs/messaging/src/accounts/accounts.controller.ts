import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { AccountOrders } from './account-orders.service.js';
import { AccountStatuses } from './account-statuses.service.js';
import { AccountDto, AccountListDto, CreateAccountDto, toAccountDto } from './account.dto.js';

/** The accounts, the state of their connection, and what the operator wants of them. An id may be an account's name. */
@ApiTags('accounts')
@Controller('api/whatsapp/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountStatuses,
    private readonly orders: AccountOrders,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The accounts, and where each of them stands' })
  @Scopes('accounts:read')
  @ApiOkResponse({ type: AccountListDto })
  async list(): Promise<AccountListDto> {
    return { accounts: (await this.accounts.list()).map(toAccountDto) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One account, and where it stands' })
  @Scopes('accounts:read')
  @ApiOkResponse({ type: AccountDto })
  async get(@Param('id') id: string): Promise<AccountDto> {
    return toAccountDto(await this.accounts.find(id));
  }

  @Post()
  @ApiOperation({ summary: 'Adds an account, which then waits for its phone' })
  @Scopes('accounts:write')
  @ApiCreatedResponse({ type: AccountDto, description: 'Made, and about to be started.' })
  async create(@Body() { name }: CreateAccountDto): Promise<AccountDto> {
    return toAccountDto(await this.orders.create(name));
  }

  @Post(':id/start')
  @ApiOperation({ summary: 'Starts an account' })
  @HttpCode(202)
  @Scopes('accounts:write')
  @ApiAcceptedResponse({ type: AccountDto })
  async start(@Param('id') id: string): Promise<AccountDto> {
    return toAccountDto(await this.orders.start(id));
  }

  @Post(':id/stop')
  @ApiOperation({ summary: 'Stops an account, which stays linked' })
  @HttpCode(202)
  @Scopes('accounts:write')
  @ApiAcceptedResponse({ type: AccountDto })
  async stop(@Param('id') id: string): Promise<AccountDto> {
    return toAccountDto(await this.orders.stop(id));
  }

  @Post(':id/logout')
  @ApiOperation({ summary: 'Unlinks an account from its phone; what is stored stays' })
  @HttpCode(202)
  @Scopes('accounts:write')
  @ApiAcceptedResponse({ type: AccountDto, description: 'The phone is unlinked as soon as a connector does it.' })
  async logout(@Param('id') id: string): Promise<AccountDto> {
    return toAccountDto(await this.orders.logout(id));
  }
}
