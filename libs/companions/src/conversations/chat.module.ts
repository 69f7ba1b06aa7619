import { Module } from '@nestjs/common';

import { MemoryModule } from '#memory';
import { MessagingModule } from '#messaging';

import { CompanionsModule } from '../companions.module.js';
import { SafetyDeskModule } from '../safety/desk/safety-desk.module.js';
import { ConversationCast } from './conversation-cast.service.js';
import { ConversationDesk } from './conversation-desk.service.js';
import { ConversationOpening } from './conversation-opening.service.js';
import { ConversationTalk } from './conversation-talk.service.js';
import { Greetings } from './greetings.service.js';
import { OpenCharacters } from './open-characters.service.js';

/** Conversations of people with characters. */
@Module({
  imports: [CompanionsModule, MemoryModule, MessagingModule, SafetyDeskModule],
  providers: [ConversationCast, ConversationDesk, ConversationOpening, ConversationTalk, Greetings, OpenCharacters],
  exports: [ConversationCast, ConversationDesk, ConversationTalk, OpenCharacters],
})
export class ChatModule {}
