import { Module } from '@nestjs/common';

import { UnroutedSweep } from './inbound/unrouted-sweep.service.js';
import { MediaRevocations } from './media/media-revocations.service.js';
import { EarlyRevisionSweep } from './messages/early-revision-sweep.service.js';
import { MessagingModule } from './messaging.module.js';
import { WebDeliveryModule } from './web/delivery/web-delivery.module.js';

/** What a worker does for the store of record. */
@Module({
  imports: [MessagingModule, WebDeliveryModule],
  providers: [EarlyRevisionSweep, MediaRevocations, UnroutedSweep],
  exports: [UnroutedSweep],
})
export class MessagingAgentModule {}
