import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { CurrentPrincipal, ForPeople, Scopes, viewerOf, type Principal } from '#security';

import { MemoryForgetting } from '../memory-forgetting.service.js';
import { CharacterMemoryDto, MemoryExportDto, RelationshipDto } from './character-memory.dto.js';
import { KnownPerson } from './known-person.service.js';
import { ForgottenDto, FoundMemoriesDto, MemoryDto, toFoundDto, toMemoryDto } from './memory-answer.dto.js';
import { MemoryDesk } from './memory-desk.service.js';
import { MemoryLists } from './memory-lists.service.js';
import { MemoryUsers } from './memory-users.service.js';
import { ChangeMemoryDto, MemoryListQueryDto, MemorySearchQueryDto, NewMemoryDto } from './memory.dto.js';
import { memoryNotFound, memoryOutdated } from './memory.errors.js';

/** What the operator writes down matters, unless it is said otherwise. */
const WRITTEN_IMPORTANCE = 7;

/** What characters know of people. A user is a contact by its id, its phone number or its WhatsApp id; people are `me`. */
@ApiTags('memory')
@Controller('api/v1/characters/:id')
export class MemoryController {
  constructor(
    private readonly users: MemoryUsers,
    private readonly person: KnownPerson,
    private readonly lists: MemoryLists,
    private readonly desk: MemoryDesk,
    private readonly forgetting: MemoryForgetting,
  ) {}

  @Get('relationship/:userId')
  @Scopes('memory:read')
  @ForPeople()
  @ApiOperation({ summary: 'How a character stands with a person' })
  @ApiOkResponse({ type: RelationshipDto })
  async relationship(
    @Param('id') id: string,
    @Param('userId') userId: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<RelationshipDto> {
    return this.person.relationship(await this.users.seenBy(viewerOf(principal), id, userId));
  }

  @Get('memory/:userId')
  @Scopes('memory:read')
  @ForPeople()
  @ApiOperation({ summary: 'What a character knows of a person' })
  @ApiOkResponse({ type: CharacterMemoryDto })
  async read(
    @Param('id') id: string,
    @Param('userId') userId: string,
    @Query() { limit, cursor, status, category }: MemoryListQueryDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CharacterMemoryDto> {
    return this.person.shown(await this.users.seenBy(viewerOf(principal), id, userId), {
      limit,
      ...(cursor !== undefined && { cursor }),
      status: status === 'all' ? null : status,
      category: category ?? null,
    });
  }

  @Post('memory/:userId')
  @Scopes('memory:write')
  @ApiOperation({ summary: 'Adds a memory by hand; one of the same words is not added twice' })
  @ApiCreatedResponse({ type: MemoryDto })
  async add(
    @Param('id') id: string,
    @Param('userId') userId: string,
    @Body() { fact, category, confidence, importance, validFrom, validUntil, topic, single }: NewMemoryDto,
  ): Promise<MemoryDto> {
    const memory = await this.desk.add(await this.users.find(id, userId), {
      text: fact,
      category,
      confidence: confidence ?? 1,
      importance: importance ?? WRITTEN_IMPORTANCE,
      validFrom: moment(validFrom) ?? null,
      validUntil: moment(validUntil) ?? null,
      key: topic ?? null,
      single: single ?? false,
    });
    return toMemoryDto(memory);
  }

  @Delete('memory/:userId')
  @Scopes('memory:write')
  @ApiOperation({ summary: 'Forgets everything about a person; what was said until now is not taken in again' })
  @ApiOkResponse({ type: ForgottenDto })
  async forgetAll(@Param('id') id: string, @Param('userId') userId: string): Promise<ForgottenDto> {
    const { memories } = await this.forgetting.forgetAll(await this.users.find(id, userId));
    return { forgotten: memories };
  }

  @Get('memory/:userId/search')
  @Scopes('memory:read')
  @ApiOperation({ summary: 'Memories that hold some words, the most relevant first' })
  @ApiOkResponse({ type: FoundMemoriesDto })
  async search(
    @Param('id') id: string,
    @Param('userId') userId: string,
    @Query() { q, limit }: MemorySearchQueryDto,
  ): Promise<FoundMemoriesDto> {
    const found = await this.lists.search(await this.users.find(id, userId), q, limit);
    return { results: found.map(toFoundDto) };
  }

  @Get('memory/:userId/export')
  @Scopes('memory:read')
  @ApiOperation({ summary: 'Everything that a character knows of a person, with times and sources' })
  @ApiOkResponse({ type: MemoryExportDto })
  async export(@Param('id') id: string, @Param('userId') userId: string): Promise<MemoryExportDto> {
    return this.person.exported(await this.users.find(id, userId));
  }

  @Patch('memory/:userId/:memoryId')
  @Scopes('memory:write')
  @ApiOperation({ summary: 'Changes a memory: a new version takes the place of the old one, which is closed' })
  @ApiOkResponse({ type: MemoryDto })
  async change(
    @Param('id') id: string,
    @Param('userId') userId: string,
    @Param('memoryId') memoryId: string,
    @Body() { fact, category, confidence, importance, validFrom, validUntil }: ChangeMemoryDto,
  ): Promise<MemoryDto> {
    const change = {
      text: fact ?? undefined,
      category: category ?? undefined,
      confidence: confidence ?? undefined,
      importance: importance ?? undefined,
      validFrom: moment(validFrom),
      validUntil: moment(validUntil),
    };
    return toMemoryDto(await this.desk.edit(await this.users.find(id, userId), memoryId, change));
  }

  @Delete('memory/:userId/:memoryId')
  @HttpCode(204)
  @Scopes('memory:write')
  @ForPeople()
  @ApiOperation({ summary: 'Forgets one memory; it is not taken from the same messages again' })
  @ApiNoContentResponse()
  async forget(
    @Param('id') id: string,
    @Param('userId') userId: string,
    @Param('memoryId') memoryId: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    const owner = await this.users.seenBy(viewerOf(principal), id, userId);
    const { id: known, reason, replacedById } = await this.lists.one(owner, memoryId);
    // Deleting an earlier wording would leave the one that holds.
    if ((reason === 'edited' || reason === 'merged') && replacedById !== null) throw memoryOutdated(replacedById);
    const { memories } = await this.forgetting.forget(owner, [known]);
    if (memories === 0) throw memoryNotFound();
  }

  @Post('memory/:userId/:memoryId/approve')
  @HttpCode(200)
  @Scopes('memory:write')
  @ApiOperation({ summary: 'Lets a memory that waits be used' })
  @ApiOkResponse({ type: MemoryDto })
  async approve(
    @Param('id') id: string,
    @Param('userId') userId: string,
    @Param('memoryId') memoryId: string,
  ): Promise<MemoryDto> {
    return toMemoryDto(await this.desk.approve(await this.users.find(id, userId), memoryId));
  }

  @Post('memory/:userId/:memoryId/reject')
  @HttpCode(200)
  @Scopes('memory:write')
  @ApiOperation({ summary: 'Closes a memory that waits; the same words are not taken up again' })
  @ApiOkResponse({ type: MemoryDto })
  async reject(
    @Param('id') id: string,
    @Param('userId') userId: string,
    @Param('memoryId') memoryId: string,
  ): Promise<MemoryDto> {
    return toMemoryDto(await this.desk.reject(await this.users.find(id, userId), memoryId));
  }
}

/** Undefined: it is not said. */
function moment(text: string | null | undefined): Date | null | undefined {
  return typeof text === 'string' ? new Date(text) : text;
}
