import { Module } from '@nestjs/common';

import { RealtimeModule } from './realtime.module.js';
import { KeyWatch } from './sockets/key-watch.service.js';
import { RealtimeGateway } from './sockets/realtime.gateway.js';
import { SocketDoor } from './sockets/socket-door.service.js';

/** The sockets of a process, on its HTTP port. Needs the security module, too, and a `Clock`. */
@Module({ imports: [RealtimeModule], providers: [SocketDoor, KeyWatch, RealtimeGateway] })
export class RealtimeHttpModule {}
