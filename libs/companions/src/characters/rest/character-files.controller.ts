import { Controller, Get, Header, HttpCode, Param, Post, Put, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';

import { attachmentHeader } from '#messaging';
import { CurrentPrincipal, ForPeople, Scopes, viewerOf, type Principal } from '#security';

import { CARD_MEGABYTES, CardDesk } from '../cards/card-desk.service.js';
import { AVATAR_MEGABYTES, checkedAvatar } from '../store/checked-avatar.js';
import { CharacterBook } from '../store/character-book.service.js';
import { CharacterReader } from '../store/character-reader.service.js';
import { readCardWishes } from './card-wishes.js';
import { CharacterDto, toCharacterDto } from './character-answer.dto.js';
import { AvatarFormDto, ExportQueryDto, ImportFormDto } from './character.dto.js';
import { readUpload, type MultipartRequest } from './read-upload.js';
import { VisibleCharacters } from './visible-characters.service.js';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

/** Pictures of characters, and character cards. */
@ApiTags('characters')
@Controller('api/v1/characters')
export class CharacterFilesController {
  constructor(
    private readonly book: CharacterBook,
    private readonly reader: CharacterReader,
    private readonly cards: CardDesk,
    private readonly visible: VisibleCharacters,
  ) {}

  @Post('import')
  @Scopes('characters:write')
  @ApiOperation({ summary: 'Makes a character of a V2 or V3 character card, in JSON or PNG' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportFormDto })
  @ApiCreatedResponse({ type: CharacterDto })
  async take(@Req() request: MultipartRequest, @CurrentPrincipal() principal: Principal): Promise<CharacterDto> {
    const { content, fields } = await readUpload(request, CARD_MEGABYTES);
    return toCharacterDto(await this.cards.take(content, readCardWishes(fields), principal.id));
  }

  @Post(':id/export')
  @HttpCode(200)
  @Scopes('characters:read')
  @ApiOperation({ summary: 'A character card: V2 or V3 as JSON, or both in a PNG' })
  @ApiProduces('application/json', 'image/png')
  @ApiOkResponse(BINARY)
  async give(@Param('id') name: string, @Query() { format }: ExportQueryDto): Promise<StreamableFile> {
    const character = await this.reader.find(name);
    if (format === 'png') return fileOf(await this.cards.givePng(character), 'image/png', `${character.slug}.png`);
    const card = this.cards.give(character, format === 'v2' ? 'chara_card_v2' : 'chara_card_v3');
    return fileOf(Buffer.from(JSON.stringify(card)), 'application/json', `${character.slug}.json`);
  }

  @Get(':id/avatar')
  @Scopes('characters:read')
  @ForPeople()
  @Header('Cache-Control', 'private, max-age=60')
  @Header('Vary', 'Authorization')
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  @ApiOperation({ summary: 'The picture of a character' })
  @ApiProduces('image/png', 'image/jpeg', 'image/webp')
  @ApiOkResponse(BINARY)
  async avatar(@Param('id') name: string, @CurrentPrincipal() principal: Principal): Promise<StreamableFile> {
    const character = await this.visible.find(viewerOf(principal), name);
    const content = await this.reader.avatar(character);
    return new StreamableFile(content, { type: character.avatar?.type, length: content.length });
  }

  @Put(':id/avatar')
  @Scopes('characters:write')
  @ApiOperation({ summary: 'Gives a character another picture, which makes a new version' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AvatarFormDto })
  @ApiOkResponse({ type: CharacterDto })
  async picture(
    @Param('id') name: string,
    @Req() request: MultipartRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CharacterDto> {
    const { id } = await this.reader.find(name);
    const { content } = await readUpload(request, AVATAR_MEGABYTES);
    return toCharacterDto(await this.book.change(id, { avatar: await checkedAvatar(content) }, principal.id));
  }
}

function fileOf(content: Buffer, type: string, fileName: string): StreamableFile {
  return new StreamableFile(content, { type, length: content.length, disposition: attachmentHeader(fileName) });
}
