import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { MemoryModule } from '#memory';
import { MessagingModule } from '#messaging';

import { Characters } from './characters/characters.service.js';
import { KnownCharacters } from './characters/known-characters.service.js';
import { AnsweringRuleBook } from './characters/rules/answering-rule-book.service.js';
import { CharacterChatEntity } from './characters/rules/character-chat.entity.js';
import { CharacterRulesEntity } from './characters/rules/character-rules.entity.js';
import { ChatChoices } from './characters/rules/chat-choices.service.js';
import { ChatFactsReader } from './characters/rules/chat-facts.service.js';
import { LikelyCharacters } from './characters/rules/likely-characters.service.js';
import { RuleMerges } from './characters/rules/rule-merges.service.js';
import { CharacterSeeds } from './characters/shipped/character-seeds.service.js';
import { CharacterAvatarEntity } from './characters/store/character-avatar.entity.js';
import { CharacterBook } from './characters/store/character-book.service.js';
import { CharacterReader } from './characters/store/character-reader.service.js';
import { CharacterVersionEntity } from './characters/store/character-version.entity.js';
import { CharacterEntity } from './characters/store/character.entity.js';
import { CharactersRevision } from './characters/store/characters-revision.service.js';
import { ChatWishes } from './wishes/chat-wishes.service.js';

const SERVICES = [
  ...[AnsweringRuleBook, CharacterBook, CharacterReader, Characters, ChatChoices, ChatWishes, LikelyCharacters],
];

/** Characters, which of them answers whom, and what people wish of them. Belongs into every process that merges contacts, too. */
@Module({
  imports: [
    MemoryModule,
    MessagingModule,
    TypeOrmModule.forFeature([
      ...[CharacterAvatarEntity, CharacterChatEntity, CharacterEntity, CharacterRulesEntity, CharacterVersionEntity],
    ]),
  ],
  providers: [...SERVICES, ...[CharacterSeeds, CharactersRevision, ChatFactsReader, KnownCharacters, RuleMerges]],
  exports: SERVICES,
})
export class CompanionsModule {}
