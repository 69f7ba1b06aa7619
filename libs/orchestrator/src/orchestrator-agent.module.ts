import { Module } from '@nestjs/common';

import { AutonomyModule } from '#autonomy';
import { AutomationsModule } from '#conversations';
import { MessagingModule } from '#messaging';

import { OrchestratorAgent } from './routing/orchestrator.agent.js';
import { TurnRules } from './routing/turn-rules.service.js';
import { TurnSweep } from './routing/turn-sweep.service.js';
import { TurnService } from './routing/turn.service.js';

/** The orchestrator as a worker hosts it. */
@Module({
  imports: [AutomationsModule, AutonomyModule, MessagingModule],
  providers: [OrchestratorAgent, TurnRules, TurnService, TurnSweep],
  exports: [TurnService, TurnSweep],
})
export class OrchestratorAgentModule {}
