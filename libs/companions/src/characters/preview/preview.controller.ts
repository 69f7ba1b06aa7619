import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { wrongField } from '../characters.errors.js';
import { CharacterReader } from '../store/character-reader.service.js';
import { CharacterPreview } from './character-preview.service.js';
import { PastConversations } from './past-conversations.service.js';
import { PreviewAnswerDto, PreviewDto } from './preview.dto.js';

const DEFAULT_TURNS = 3;

/** Changes of characters, tried out. It may show what people said, so it asks for their messages, too. */
@ApiTags('characters')
@Controller('api/v1/characters/:id/preview')
export class PreviewController {
  constructor(
    private readonly reader: CharacterReader,
    private readonly conversations: PastConversations,
    private readonly preview: CharacterPreview,
  ) {}

  @Post()
  @HttpCode(200)
  @Scopes('characters:write', 'messages:read')
  @ApiOperation({
    summary: 'What a changed character would have answered in a past conversation. Nothing is kept or sent',
  })
  @ApiOkResponse({ type: PreviewAnswerDto })
  async try(
    @Param('id') name: string,
    @Body() { changes = {}, chatId, conversation, turns = DEFAULT_TURNS }: PreviewDto,
  ): Promise<PreviewAnswerDto> {
    if ((chatId === undefined) === (conversation === undefined)) {
      throw wrongField('chatId', 'give either chatId or conversation');
    }
    const character = await this.reader.find(name);
    const past =
      chatId === undefined ? this.conversations.ofLines(conversation ?? []) : await this.conversations.ofChat(chatId);
    return { version: character.version, turns: await this.preview.of(character, changes, past, turns) };
  }
}
