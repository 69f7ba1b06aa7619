import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { MessagingModule } from '#messaging';

import { ActiveAutomations } from './active-automations.service.js';
import { AutomationBook } from './automation-book.service.js';
import { AutomationLists } from './automation-lists.service.js';
import { AutomationMarkEntity } from './automation-mark.entity.js';
import { AutomationNotificationEntity } from './automation-notification.entity.js';
import { AutomationOrders } from './automation-orders.service.js';
import { AutomationRehearsal } from './automation-rehearsal.service.js';
import { AutomationRunEntity } from './automation-run.entity.js';
import { AutomationTrigger } from './automation-trigger.service.js';
import { AutomationEntity } from './automation.entity.js';
import { ChatObservationEntity } from './chat-observation.entity.js';
import { MessageFactsReader } from './message-facts.service.js';
import { WebhookDeliveryEntity } from './webhook-delivery.entity.js';

const SERVICES = [
  ...[ActiveAutomations, AutomationBook, AutomationLists, AutomationOrders, AutomationRehearsal, AutomationTrigger],
  MessageFactsReader,
];

/** Automations as they are written, shown and tried out. */
@Module({
  imports: [
    MessagingModule,
    TypeOrmModule.forFeature([
      ...[AutomationEntity, AutomationMarkEntity, AutomationNotificationEntity, AutomationRunEntity],
      ...[ChatObservationEntity, WebhookDeliveryEntity],
    ]),
  ],
  providers: SERVICES,
  exports: SERVICES,
})
export class AutomationsModule {}
