import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { CurrentPrincipal, Scopes, type Principal } from '#security';

import {
  ExperimentDto,
  ExperimentsDto,
  ExperimentWithResultsDto,
  toArmDto,
  toExperimentDto,
} from './experiment-answer.dto.js';
import { ExperimentBook } from './experiment-book.service.js';
import { NewExperimentDto } from './experiment.dto.js';
import { ExperimentLists } from './experiment-lists.service.js';
import { ExperimentResults } from './experiment-results.service.js';

/** Experiments: which way of writing first is answered more. */
@ApiTags('engagements')
@Controller('api/engagements/experiments')
export class ExperimentsController {
  constructor(
    private readonly book: ExperimentBook,
    private readonly lists: ExperimentLists,
    private readonly results: ExperimentResults,
  ) {}

  @Get()
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'Experiments, the latest first' })
  @ApiOkResponse({ type: ExperimentsDto })
  async list(): Promise<ExperimentsDto> {
    return { experiments: (await this.lists.all()).map(toExperimentDto) };
  }

  @Post()
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Makes an experiment. It does nothing until it is started' })
  @ApiCreatedResponse({ type: ExperimentDto })
  async add(@Body() experiment: NewExperimentDto, @CurrentPrincipal() principal: Principal): Promise<ExperimentDto> {
    return toExperimentDto(await this.book.add(experiment, principal.id));
  }

  @Get(':id')
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'One experiment, with what came of each variant so far' })
  @ApiOkResponse({ type: ExperimentWithResultsDto })
  async read(@Param('id') id: string): Promise<ExperimentWithResultsDto> {
    const row = await this.lists.one(id);
    return { ...toExperimentDto(row), arms: (await this.results.of(row)).map(toArmDto) };
  }

  @Post(':id/start')
  @HttpCode(200)
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Starts an experiment. A variant that does harm stops it by itself' })
  @ApiOkResponse({ type: ExperimentDto })
  async start(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<ExperimentDto> {
    return toExperimentDto(await this.book.start(id, principal.id));
  }

  @Post(':id/stop')
  @HttpCode(200)
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Ends an experiment: from then on everybody is written to as usual' })
  @ApiOkResponse({ type: ExperimentDto })
  async stop(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<ExperimentDto> {
    return toExperimentDto(await this.book.stop(id, principal.id));
  }
}
