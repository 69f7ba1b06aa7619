import { Module } from '@nestjs/common';

import { MemoryModule } from '#memory';
import { MessagingModule } from '#messaging';

import { CardDesk } from './characters/cards/card-desk.service.js';
import { CharacterPreview } from './characters/preview/character-preview.service.js';
import { PastConversations } from './characters/preview/past-conversations.service.js';
import { PreviewController } from './characters/preview/preview.controller.js';
import { CharacterFilesController } from './characters/rest/character-files.controller.js';
import { CharactersController } from './characters/rest/characters.controller.js';
import { VisibleCharacters } from './characters/rest/visible-characters.service.js';
import { AnsweringRulesController } from './characters/rules/answering-rules.controller.js';
import { CompanionsModule } from './companions.module.js';
import { OpenCharacters } from './conversations/open-characters.service.js';
import { ReplySettings } from './reply/reply-settings.service.js';
import { SafetyDeskModule } from './safety/desk/safety-desk.module.js';
import { TokensController } from './tokens/tokens.controller.js';

/** REST of the characters and of people's tokens. Reads uploads by the multipart parser that the conversations' REST brings. */
@Module({
  imports: [CompanionsModule, MemoryModule, MessagingModule, SafetyDeskModule],
  controllers: [
    AnsweringRulesController,
    CharacterFilesController,
    CharactersController,
    PreviewController,
    TokensController,
  ],
  providers: [CardDesk, CharacterPreview, OpenCharacters, PastConversations, ReplySettings, VisibleCharacters],
})
export class CompanionsHttpModule {}
