import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { MessagingModule } from '#messaging';
import { RealtimeModule } from '#realtime';

import { SafetyClassifier } from './classify/safety-classifier.service.js';
import { ContactSafetyBook } from './desk/contact-safety-book.service.js';
import { ContactSafetyEntity } from './desk/contact-safety.entity.js';
import { IncidentBook } from './desk/incident-book.service.js';
import { SafetyAlerts } from './desk/safety-alerts.service.js';
import { SafetyDesk } from './desk/safety-desk.service.js';
import { SafetyIncidentEntity } from './desk/safety-incident.entity.js';
import { SafetyMerges } from './desk/safety-merges.service.js';
import { SafetyGuard } from './guard/safety-guard.service.js';

/** What may be said, and what happens when somebody is in danger. */
@Module({
  imports: [MessagingModule, RealtimeModule, TypeOrmModule.forFeature([ContactSafetyEntity, SafetyIncidentEntity])],
  providers: [ContactSafetyBook, IncidentBook, SafetyAlerts, SafetyClassifier, SafetyDesk, SafetyGuard, SafetyMerges],
  exports: [ContactSafetyBook, IncidentBook, SafetyClassifier, SafetyDesk, SafetyGuard],
})
export class SafetyModule {}
