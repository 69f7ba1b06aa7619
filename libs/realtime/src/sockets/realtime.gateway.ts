import { Injectable, type OnModuleInit } from '@nestjs/common';

import { PgEvents } from '#database';
import { Logger, Metrics } from '#telemetry';

import { REALTIME_CHANNEL, type SentEvent } from '../publish/realtime-channel.js';
import type { ClientSocket, ClientSockets } from './client-socket.js';
import { MISSED } from './missed.js';
import { SocketReception } from './socket-reception.service.js';
import { SocketServer } from './socket-server.service.js';

const EVERYTHING = '*';
/** All who hear the operator's events. */
const OPERATORS = 'operators';

/** Tells the operator's sockets of this process: each hears the events of every process that its key has the scope of. */
@Injectable()
export class RealtimeGateway implements OnModuleInit {
  private sockets!: ClientSockets;
  private readonly told;

  constructor(
    private readonly server: SocketServer,
    private readonly reception: SocketReception,
    private readonly events: PgEvents,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.told = metrics.counter('realtime_events_total', 'Events given to the sockets of this process', ['event']);
  }

  async onModuleInit(): Promise<void> {
    this.sockets = await this.server.open();
    this.reception.open(this.sockets, join);
    await this.events.subscribe(
      REALTIME_CHANNEL,
      (notification) => this.tell(notification),
      () => this.sockets.to(OPERATORS).emit(MISSED, {}),
    );
  }

  private tell(notification: string): void {
    for (const { event, scope, payload } of this.read(notification)) {
      this.told.inc({ event });
      this.sockets.to([roomOf(scope), roomOf(EVERYTHING)]).emit(event, payload);
    }
  }

  /** The parser's error would quote what it could not read. */
  private read(notification: string): readonly SentEvent[] {
    try {
      return JSON.parse(notification) as readonly SentEvent[];
    } catch {
      this.logger.warn({}, 'an event for the sockets could not be read');
      return [];
    }
  }
}

function join(socket: ClientSocket): void {
  const { person, scopes } = socket.data.principal;
  if (!person) void socket.join([OPERATORS, ...scopes.map(roomOf)]);
}

function roomOf(scope: string): string {
  return `scope:${scope}`;
}
