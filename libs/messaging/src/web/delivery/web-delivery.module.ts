import { Module } from '@nestjs/common';

import { MessagingModule } from '../../messaging.module.js';
import { WebDeliveryRunner } from './web-delivery-runner.service.js';

/** Sends on the web, once a process, whatever the process is beside. */
@Module({ imports: [MessagingModule], providers: [WebDeliveryRunner] })
export class WebDeliveryModule {}
