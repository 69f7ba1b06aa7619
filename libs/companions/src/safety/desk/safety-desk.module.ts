import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { MessagingModule } from '#messaging';
import { RealtimeModule } from '#realtime';

import { ContactSafetyBook } from './contact-safety-book.service.js';
import { ContactSafetyEntity } from './contact-safety.entity.js';
import { IncidentBook } from './incident-book.service.js';
import { SafetyAlerts } from './safety-alerts.service.js';
import { SafetyDesk } from './safety-desk.service.js';
import { SafetyIncidentEntity } from './safety-incident.entity.js';
import { SafetyMerges } from './safety-merges.service.js';

/** Incidents and what is known of people's age. Belongs into every process that merges contacts, too: the connectors do. */
@Module({
  imports: [MessagingModule, RealtimeModule, TypeOrmModule.forFeature([ContactSafetyEntity, SafetyIncidentEntity])],
  providers: [ContactSafetyBook, IncidentBook, SafetyAlerts, SafetyDesk, SafetyMerges],
  exports: [ContactSafetyBook, IncidentBook, SafetyDesk],
})
export class SafetyDeskModule {}
