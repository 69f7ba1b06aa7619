import { Module } from '@nestjs/common';

import { AbsorptionAgent } from './absorb/absorption.agent.js';
import { AbsorptionSchedule } from './absorb/absorption.schedule.js';
import { MemoryModule } from './memory.module.js';
import { ReflectionAgent } from './reflection/reflection.agent.js';

/** What remembers, off the way of an answer. */
@Module({
  imports: [MemoryModule],
  providers: [AbsorptionAgent, AbsorptionSchedule, ReflectionAgent],
})
export class MemoryAgentModule {}
