import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { ContactSafetyBook } from './contact-safety-book.service.js';
import { IncidentBook } from './incident-book.service.js';
import {
  ChangeContactSafetyDto,
  ContactSafetyDto,
  IncidentDto,
  IncidentPageDto,
  IncidentQueryDto,
  toContactSafetyDto,
  toIncidentDto,
} from './safety.dto.js';

/** What an operator looks after: incidents, and with whom one must be careful. */
@ApiTags('safety')
@Controller('api/safety')
export class SafetyController {
  constructor(
    private readonly incidents: IncidentBook,
    private readonly contacts: ContactSafetyBook,
  ) {}

  @Get('incidents')
  @Scopes('chats:read')
  @ApiOperation({ summary: 'What somebody should look at, the latest first' })
  @ApiOkResponse({ type: IncidentPageDto })
  async list(@Query() query: IncidentQueryDto): Promise<IncidentPageDto> {
    const { kind, handled, chat_id, contact_id, limit, cursor } = query;
    const filter = {
      kind,
      handled: handled === undefined ? undefined : handled === 'true',
      chatId: chat_id,
      contactId: contact_id,
    };
    const { items, nextCursor } = await this.incidents.list(filter, { limit, cursor });
    return { incidents: items.map(toIncidentDto), next_cursor: nextCursor };
  }

  @Post('incidents/:id/handled')
  @HttpCode(200)
  @Scopes('chats:write')
  @ApiOperation({ summary: 'Says that somebody has looked at it' })
  @ApiOkResponse({ type: IncidentDto })
  async handled(@Param('id') id: string): Promise<IncidentDto> {
    return toIncidentDto(await this.incidents.handled(id));
  }

  @Get('contacts/:id')
  @Scopes('chats:read')
  @ApiOperation({ summary: 'What is known of the age of a contact' })
  @ApiOkResponse({ type: ContactSafetyDto })
  async contact(@Param('id') id: string): Promise<ContactSafetyDto> {
    return toContactSafetyDto(await this.contacts.of(id));
  }

  @Put('contacts/:id')
  @Scopes('chats:write')
  @ApiOperation({ summary: 'Says whether a contact is an adult, and until when we do not write first' })
  @ApiOkResponse({ type: ContactSafetyDto })
  async correct(@Param('id') id: string, @Body() change: ChangeContactSafetyDto): Promise<ContactSafetyDto> {
    const until = change.proactive_paused_until;
    const corrected = await this.contacts.correct(id, {
      adult: change.adult,
      proactivePausedUntil: typeof until === 'string' ? new Date(until) : until,
    });
    return toContactSafetyDto(corrected);
  }
}
