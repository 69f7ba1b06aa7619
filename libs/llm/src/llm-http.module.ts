import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { LlmContactDayEntity } from './budgets/llm-contact-day.entity.js';
import { LlmUsageEntity } from './usage/llm-usage.entity.js';
import { UsageReport } from './usage/usage-report.service.js';
import { UsageController } from './usage/usage.controller.js';

/** REST over what the model was used for. */
@Module({
  imports: [TypeOrmModule.forFeature([LlmUsageEntity, LlmContactDayEntity])],
  controllers: [UsageController],
  providers: [UsageReport],
})
export class LlmHttpModule {}
