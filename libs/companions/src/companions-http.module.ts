import { Module } from '@nestjs/common';

import { CharactersController } from './characters/rest/characters.controller.js';
import { AnsweringRulesController } from './characters/rules/answering-rules.controller.js';
import { CompanionsModule } from './companions.module.js';

/** REST of the characters. */
@Module({
  imports: [CompanionsModule],
  controllers: [AnsweringRulesController, CharactersController],
})
export class CompanionsHttpModule {}
