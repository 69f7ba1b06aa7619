import { Module } from '@nestjs/common';

import { SafetyDeskModule } from './desk/safety-desk.module.js';
import { SafetyController } from './desk/safety.controller.js';
import { ChatReports } from './reports/chat-reports.service.js';
import { ReportsController } from './reports/reports.controller.js';

/** REST of safety, for operators, and of the reports of people. */
@Module({
  imports: [SafetyDeskModule],
  controllers: [ReportsController, SafetyController],
  providers: [ChatReports],
})
export class SafetyHttpModule {}
