import { Module } from '@nestjs/common';

import { AutomationsModule } from '#conversations';
import { MessagingModule } from '#messaging';

import { OrchestratorAgent } from './routing/orchestrator.agent.js';
import { TurnSweep } from './routing/turn-sweep.service.js';
import { TurnService } from './routing/turn.service.js';

/** The orchestrator as a worker hosts it. */
@Module({
  imports: [AutomationsModule, MessagingModule],
  providers: [OrchestratorAgent, TurnService, TurnSweep],
  exports: [TurnService, TurnSweep],
})
export class OrchestratorAgentModule {}
