import { Module } from '@nestjs/common';

import { SafetyClassifier } from './classify/safety-classifier.service.js';
import { SafetyDeskModule } from './desk/safety-desk.module.js';
import { SafetyGuard } from './guard/safety-guard.service.js';

/** What may be said, and what happens when somebody is in danger. */
@Module({
  imports: [SafetyDeskModule],
  providers: [SafetyClassifier, SafetyGuard],
  exports: [SafetyClassifier, SafetyGuard, SafetyDeskModule],
})
export class SafetyModule {}
