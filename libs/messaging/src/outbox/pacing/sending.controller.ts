import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { AccountStatuses } from '../../accounts/account-statuses.service.js';
import { SendingDesk } from './sending-desk.service.js';
import { SendingDto, SwitchSendingDto, toSendingDto } from './sending.dto.js';

/** The pace of an account, and the switch that stops all of its sending. */
@ApiTags('accounts')
@Controller('api/whatsapp/accounts')
export class SendingController {
  constructor(
    private readonly accounts: AccountStatuses,
    private readonly desk: SendingDesk,
  ) {}

  @Get(':id/sending')
  @ApiOperation({ summary: 'How fast an account sends, and what holds it up' })
  @Scopes('accounts:read')
  @ApiOkResponse({ type: SendingDto })
  async get(@Param('id') idOrName: string): Promise<SendingDto> {
    const { id } = await this.accounts.find(idOrName);
    return toSendingDto(await this.desk.of(id));
  }

  @Patch(':id/sending')
  @ApiOperation({ summary: "Stops an account's sending, or lets it go on" })
  @Scopes('accounts:write')
  @ApiOkResponse({ type: SendingDto })
  async change(@Param('id') idOrName: string, @Body() { stopped }: SwitchSendingDto): Promise<SendingDto> {
    const { id } = await this.accounts.find(idOrName);
    return toSendingDto(await (stopped ? this.desk.stop(id) : this.desk.resume(id)));
  }
}
