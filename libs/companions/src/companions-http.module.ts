import { Module } from '@nestjs/common';

import { CardDesk } from './characters/cards/card-desk.service.js';
import { CharacterFilesController } from './characters/rest/character-files.controller.js';
import { CharactersController } from './characters/rest/characters.controller.js';
import { AnsweringRulesController } from './characters/rules/answering-rules.controller.js';
import { CompanionsModule } from './companions.module.js';

/** REST of the characters. Reads uploads by the multipart parser that the conversations' REST brings. */
@Module({
  imports: [CompanionsModule],
  controllers: [AnsweringRulesController, CharacterFilesController, CharactersController],
  providers: [CardDesk],
})
export class CompanionsHttpModule {}
