import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { CurrentPrincipal, Scopes, type Principal } from '#security';

import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { checkTemplate } from './check-template.js';
import { TemplateDesk } from './template-desk.service.js';
import { Templates } from './templates.service.js';
import {
  AddTemplateDto,
  ChangeTemplateDto,
  newTemplate,
  PreviewTemplateDto,
  TemplateDto,
  TemplateFilterDto,
  templatePatch,
  TemplatePreviewDto,
  TemplatesDto,
  toTemplateDto,
} from './templates.dto.js';

/** Words made beforehand, for where there is no model, or none of its words may be sent. */
@ApiTags('engagements')
@Controller('api/engagements/templates')
export class TemplatesController {
  constructor(
    private readonly templates: Templates,
    private readonly desk: TemplateDesk,
    private readonly policies: EngagementPolicies,
  ) {}

  @Get()
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'All templates, those that ship with the program behind your own' })
  @ApiOkResponse({ type: TemplatesDto })
  async list(@Query() filter: TemplateFilterDto): Promise<TemplatesDto> {
    return { templates: (await this.templates.list(filter)).map(toTemplateDto) };
  }

  @Post()
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Adds a template; refused when it could never be sent' })
  @ApiCreatedResponse({ type: TemplateDto })
  async add(@Body() template: AddTemplateDto, @CurrentPrincipal() { id }: Principal): Promise<TemplateDto> {
    return toTemplateDto(await this.desk.add(newTemplate(template), id));
  }

  @Post('preview')
  @HttpCode(200)
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'Fills a template with an example and says whether it could be sent; nothing is kept' })
  @ApiOkResponse({ type: TemplatePreviewDto })
  async preview(@Body() { text, language, ...values }: PreviewTemplateDto): Promise<TemplatePreviewDto> {
    const { policy } = await this.policies.current();
    const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    const sample = checkTemplate(text, language, policy, said);
    return { text: sample.text, usable: sample.reasons.length === 0, reasons: sample.reasons };
  }

  @Get(':id')
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'One template' })
  @ApiOkResponse({ type: TemplateDto })
  async one(@Param('id') id: string): Promise<TemplateDto> {
    return toTemplateDto(await this.templates.find(id));
  }

  @Patch(':id')
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Changes a template; one that ships with the program is only switched on and off' })
  @ApiOkResponse({ type: TemplateDto })
  async change(
    @Param('id') id: string,
    @Body() patch: ChangeTemplateDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<TemplateDto> {
    return toTemplateDto(await this.desk.change(id, templatePatch(patch), principal.id));
  }

  @Delete(':id')
  @HttpCode(204)
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Removes a template of your own' })
  @ApiNoContentResponse()
  async remove(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    await this.desk.remove(id, principal.id);
  }
}
