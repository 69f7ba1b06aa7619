import { Module } from '@nestjs/common';

import { Realtime } from './publish/realtime.service.js';

/** `Realtime`, for whoever has news. Needs the modules of database and telemetry. */
@Module({ providers: [Realtime], exports: [Realtime] })
export class RealtimeModule {}
