import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { MessagingModule } from '#messaging';

import { ABSORB_PROVIDERS } from './absorb/absorb.providers.js';
import { AbsorptionSteps } from './absorb/absorption-steps.js';
import type { AbsorptionStep } from './absorb/absorption-step.js';
import { COMMANDS_PROVIDERS } from './commands/commands.providers.js';
import { CONTEXT_PROVIDERS } from './context/context.providers.js';
import { EXTRACTION_PROVIDERS } from './extraction/extraction.providers.js';
import { ExtractStep } from './extraction/extract.step.js';
import { FACTS_ENTITIES, FACTS_PROVIDERS } from './facts/facts.providers.js';
import { AbsorptionEntity } from './absorb/absorption.entity.js';
import { UnabsorbedMessageEntity } from './absorb/unabsorbed-message.entity.js';
import { MemoryRequestEntity } from './commands/memory-request.entity.js';
import { MemoryProfileEntity } from './reflection/memory-profile.entity.js';
import { EmotionalStateEntity } from './relationship/emotional-state.entity.js';
import { RelationshipEntity } from './relationship/relationship.entity.js';
import { MemoryTurnEntity } from './retrieval/index/memory-turn.entity.js';
import { IndexStep } from './retrieval/index/index.step.js';
import { RETRIEVAL_PROVIDERS } from './retrieval/retrieval.providers.js';
import { MemorySummaryEntity } from './summaries/memory-summary.entity.js';
import { REFLECTION_PROVIDERS } from './reflection/reflection.providers.js';
import { RelateStep } from './relationship/relate.step.js';
import { RELATIONSHIP_PROVIDERS } from './relationship/relationship.providers.js';
import { SUMMARY_PROVIDERS } from './summaries/summaries.providers.js';
import { SummariseStep } from './summaries/summarise.step.js';

/** Everything that is done with what was said; each is a provider, too. */
const STEPS = [IndexStep, ExtractStep, RelateStep, SummariseStep];

const SERVICES = [
  ...ABSORB_PROVIDERS,
  ...COMMANDS_PROVIDERS,
  ...CONTEXT_PROVIDERS,
  ...EXTRACTION_PROVIDERS,
  ...FACTS_PROVIDERS,
  ...REFLECTION_PROVIDERS,
  ...RELATIONSHIP_PROVIDERS,
  ...RETRIEVAL_PROVIDERS,
  ...SUMMARY_PROVIDERS,
];

const ENTITIES = [
  ...FACTS_ENTITIES,
  AbsorptionEntity,
  UnabsorbedMessageEntity,
  MemoryRequestEntity,
  MemoryProfileEntity,
  EmotionalStateEntity,
  RelationshipEntity,
  MemoryTurnEntity,
  MemorySummaryEntity,
];

/** What the characters know of people. */
@Module({
  imports: [MessagingModule, TypeOrmModule.forFeature(ENTITIES)],
  providers: [
    ...SERVICES,
    {
      provide: AbsorptionSteps,
      useFactory: (...steps: AbsorptionStep[]) => new AbsorptionSteps(steps),
      inject: STEPS,
    },
  ],
  exports: [...SERVICES, AbsorptionSteps],
})
export class MemoryModule {}
