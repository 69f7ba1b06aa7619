import { Module } from '@nestjs/common';

import { ConversationsModule } from './conversations.module.js';
import { ImportAgent } from './import/import.agent.js';

/** The conversation manager itself. */
@Module({ imports: [ConversationsModule], providers: [ImportAgent] })
export class ConversationsAgentModule {}
