import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';

import { CurrentPrincipal, ForPeople, PageQueryDto, Scopes, viewerOf, type Principal } from '#security';

import { sheetOf } from '../sheet/sheet-of.js';
import { CharacterBook } from '../store/character-book.service.js';
import { CharacterReader } from '../store/character-reader.service.js';
import {
  CharacterDto,
  CharacterPageDto,
  CharacterVersionPageDto,
  toCharacterDto,
  toVersionDto,
} from './character-answer.dto.js';
import { CharacterListQueryDto, ChangeCharacterDto, NewCharacterDto } from './character.dto.js';
import { PersonCharacterDto, PersonCharacterPageDto, toPersonCharacterDto } from './person-character.dto.js';
import { restoreVersion } from './restore-version.js';
import { VisibleCharacters } from './visible-characters.service.js';

const eitherOf = (...models: readonly (new () => object)[]) => ({
  schema: { oneOf: models.map((model) => ({ $ref: getSchemaPath(model) })) },
});

/** Characters, as operators write them, and as people see them. `:id` is an id, a slug, or `default`. */
@ApiTags('characters')
@ApiExtraModels(CharacterDto, CharacterPageDto, PersonCharacterDto, PersonCharacterPageDto)
@Controller('api/v1/characters')
export class CharactersController {
  constructor(
    private readonly book: CharacterBook,
    private readonly reader: CharacterReader,
    private readonly visible: VisibleCharacters,
  ) {}

  @Get()
  @Scopes('characters:read')
  @ForPeople()
  @ApiOperation({
    summary: 'Characters, the oldest first; those that one can talk to unless asked for others',
    description: 'A person gets those that they may talk to, and of each what people may know of it.',
  })
  @ApiOkResponse(eitherOf(CharacterPageDto, PersonCharacterPageDto))
  async list(
    @Query() { status, maturity, limit, cursor }: CharacterListQueryDto,
    @CurrentPrincipal() { person }: Principal,
  ): Promise<CharacterPageDto | PersonCharacterPageDto> {
    if (person) {
      const { items, nextCursor } = await this.visible.listFor(person.contactId, { maturity, limit, cursor });
      return { characters: items.map(toPersonCharacterDto), nextCursor };
    }
    const filter = { ...(status !== 'all' && { status }), ...(maturity && { maturity }) };
    const { items, nextCursor } = await this.reader.list(filter, { limit, cursor });
    return { characters: items.map(toCharacterDto), nextCursor };
  }

  @Post()
  @Scopes('characters:write')
  @ApiOperation({ summary: 'Makes a character' })
  @ApiCreatedResponse({ type: CharacterDto })
  async add(
    @Body() { slug, ...written }: NewCharacterDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CharacterDto> {
    return toCharacterDto(await this.book.add({ ...(slug && { slug }), sheet: sheetOf(written) }, principal.id));
  }

  @Get(':id')
  @Scopes('characters:read')
  @ForPeople()
  @ApiOperation({ summary: 'One character' })
  @ApiOkResponse(eitherOf(CharacterDto, PersonCharacterDto))
  async read(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CharacterDto | PersonCharacterDto> {
    const character = await this.visible.find(viewerOf(principal), id);
    return principal.person ? toPersonCharacterDto(character) : toCharacterDto(character);
  }

  @Patch(':id')
  @Scopes('characters:write')
  @ApiOperation({ summary: 'Changes a character, which makes a new version; what is left out stays' })
  @ApiOkResponse({ type: CharacterDto })
  async change(
    @Param('id') name: string,
    @Body() { status, ...sheet }: ChangeCharacterDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CharacterDto> {
    const { id } = await this.reader.find(name);
    return toCharacterDto(await this.book.change(id, { sheet, ...(status && { status }) }, principal.id));
  }

  @Delete(':id')
  @HttpCode(204)
  @Scopes('characters:write')
  @ApiOperation({ summary: 'Retires a character: it answers nobody any more, and can be brought back' })
  @ApiNoContentResponse()
  async retire(@Param('id') name: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    const { id } = await this.reader.find(name);
    await this.book.change(id, { status: 'retired' }, principal.id);
  }

  @Get(':id/versions')
  @Scopes('characters:read')
  @ApiOperation({ summary: 'The versions of a character, the latest first' })
  @ApiOkResponse({ type: CharacterVersionPageDto })
  async versions(@Param('id') name: string, @Query() page: PageQueryDto): Promise<CharacterVersionPageDto> {
    const { id } = await this.reader.find(name);
    const { items, nextCursor } = await this.reader.versions(id, page);
    return { versions: items.map(toVersionDto), nextCursor };
  }

  @Post(':id/versions/:version/restore')
  @HttpCode(200)
  @Scopes('characters:write')
  @ApiOperation({ summary: 'Makes an old version the newest one; `shipped` is the text that came with the program' })
  @ApiOkResponse({ type: CharacterDto })
  async restore(
    @Param('id') name: string,
    @Param('version') version: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CharacterDto> {
    const { id } = await this.reader.find(name);
    return toCharacterDto(await restoreVersion(this.book, { id, version, by: principal.id }));
  }
}
