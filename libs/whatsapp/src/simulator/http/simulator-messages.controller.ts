import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { addressOf } from '../simulated-address.js';
import { SimulatorNetwork } from '../simulator-network.js';
import { DeliveriesDto, DeliveryDto } from './delivery.dto.js';
import { EditMessageDto, RevokeMessageDto } from './edit-message.dto.js';
import { ListDeliveriesDto } from './list-deliveries.dto.js';
import { phoneMessageOf } from './phone-message-of.js';
import { PostMessageDto } from './post-message.dto.js';
import { PostedMessageDto } from './posted-message.dto.js';

/** Simulated phones write, and show what they received. */
@ApiTags('simulator')
@Controller('api/simulator')
export class SimulatorMessagesController {
  constructor(private readonly network: SimulatorNetwork) {}

  @Post('messages')
  @Scopes('simulator:write')
  @ApiOperation({ summary: 'Writes to the secretary as a phone' })
  @ApiCreatedResponse({ type: PostedMessageDto })
  async post(@Body() request: PostMessageDto): Promise<PostedMessageDto> {
    const message = phoneMessageOf(request, this.network.clock.now());
    await this.network.post(message);
    return { id: message.id, chat: message.chat, status: 'queued' };
  }

  @Patch('messages/:id')
  @HttpCode(204)
  @Scopes('simulator:write')
  @ApiOperation({ summary: 'Edits a message on the phone; the secretary is not told, its history has it' })
  @ApiNoContentResponse()
  async edit(@Param('id') id: string, @Body() { chat, body }: EditMessageDto): Promise<void> {
    await this.network.change(addressOf(chat, 'chat'), id, body);
  }

  @Delete('messages/:id')
  @HttpCode(204)
  @Scopes('simulator:write')
  @ApiOperation({ summary: 'Deletes a message for everybody; the secretary is not told, its history has it' })
  @ApiNoContentResponse()
  async revoke(@Param('id') id: string, @Query() { chat }: RevokeMessageDto): Promise<void> {
    await this.network.change(addressOf(chat, 'chat'), id, null);
  }

  @Get('deliveries')
  @Scopes('simulator:read')
  @ApiOperation({ summary: 'What phones received, each delivery, in order' })
  @ApiOkResponse({ type: DeliveriesDto })
  async deliveries(@Query() { chat, after, limit }: ListDeliveriesDto): Promise<DeliveriesDto> {
    const inChat = chat === undefined ? undefined : addressOf(chat, 'chat');
    const deliveries = await this.network.ledger.list({ chat: inChat, after, limit });
    return { deliveries: deliveries.map((delivery) => DeliveryDto.of(delivery)) };
  }
}
