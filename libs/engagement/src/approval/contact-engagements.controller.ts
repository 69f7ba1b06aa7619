import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { People } from '#messaging';
import { CurrentPrincipal, PageQueryDto, Scopes, type Principal } from '#security';

import { Preferences } from '../preferences/preferences.service.js';
import {
  ChangePreferencesDto,
  ContactEngagementDto,
  PreferencesDto,
  preferencesPatch,
  toContactEngagementDto,
  toPreferencesDto,
} from './contact-engagement.dto.js';
import { ContactStandings } from './contact-standings.service.js';
import { EngagementPageDto } from './engagement.dto.js';
import { EngagementPages } from './engagement-pages.service.js';

/** How it stands with writing to one person first, and how they want it. A person is a contact's id, a phone number, or an id of WhatsApp or the site. */
@ApiTags('engagements')
@Controller('api/engagements/contacts/:id')
export class ContactEngagementsController {
  constructor(
    private readonly people: People,
    private readonly standings: ContactStandings,
    private readonly preferences: Preferences,
    private readonly pages: EngagementPages,
  ) {}

  @Get()
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'Why somebody is written to first, or is not, and when they are looked at next' })
  @ApiOkResponse({ type: ContactEngagementDto })
  async standing(@Param('id') name: string): Promise<ContactEngagementDto> {
    return toContactEngagementDto(await this.standings.of(await this.people.find(name)));
  }

  @Put('preferences')
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Sets how often and when somebody wants to be written to first, and about what never' })
  @ApiOkResponse({ type: PreferencesDto })
  async change(
    @Param('id') name: string,
    @Body() change: ChangePreferencesDto,
    @CurrentPrincipal() { id: principal }: Principal,
  ): Promise<PreferencesDto> {
    const patch = preferencesPatch(change);
    const contactId = await this.people.find(name);
    return toPreferencesDto(await this.preferences.change(contactId, patch, { by: 'operator', principal }));
  }

  @Get('history')
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'Every outreach to one person and what became of it, the latest first' })
  @ApiOkResponse({ type: EngagementPageDto })
  history(@Param('id') name: string, @Query() { limit, cursor }: PageQueryDto): Promise<EngagementPageDto> {
    return this.pages.all({ contact_id: name, limit, ...(cursor !== undefined && { cursor }) });
  }
}
