import type { Server } from 'node:http';

import type { OnModuleInit } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';

import { PgEvents } from '#database';
import { SECURITY_HEADERS } from '#security';
import { Logger, Metrics } from '#telemetry';

import { REALTIME_CHANNEL, type SentEvent } from '../publish/realtime-channel.js';
import { answerOtherUpgrades } from './answer-other-upgrades.js';
import { KeyWatch } from './key-watch.service.js';
import { limitBacklog } from './limit-backlog.js';
import type { OperatorSocket, OperatorSockets } from './operator-socket.js';
import { SocketDoor } from './socket-door.service.js';
import { SOCKET_OPTIONS } from './socket-options.js';

/** Told to everybody when events may have been lost on their way: what one shows is to be read again from the API. */
const MISSED = 'realtime:missed';
const EVERYTHING = '*';

/** The sockets of this process: each hears the events of every process that its key has the scope of. */
@WebSocketGateway(SOCKET_OPTIONS)
export class RealtimeGateway
  implements OnGatewayInit<OperatorSockets>, OnGatewayConnection<OperatorSocket>, OnModuleInit
{
  private sockets!: OperatorSockets;
  private readonly connections;
  private readonly told;
  private readonly cut;

  constructor(
    private readonly events: PgEvents,
    private readonly door: SocketDoor,
    private readonly watch: KeyWatch,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.connections = metrics.gauge('realtime_connections', 'Open sockets');
    this.told = metrics.counter('realtime_events_total', 'Events given to the sockets of this process', ['event']);
    this.cut = metrics.counter('realtime_cut_total', 'Sockets that we cut', ['reason']);
  }

  afterInit(sockets: OperatorSockets): void {
    this.sockets = sockets;
    answerOtherUpgrades(sockets.httpServer as Server);
    sockets.engine.on('headers', (headers: object) => Object.assign(headers, SECURITY_HEADERS));
    sockets.use((socket, next) => {
      void this.door.admit(socket).then((refusal) => {
        if (refusal) next(new Error(refusal));
        else next();
      });
    });
  }

  async onModuleInit(): Promise<void> {
    await this.events.subscribe(
      REALTIME_CHANNEL,
      (notification) => this.tell(notification),
      () => this.sockets.emit(MISSED, {}),
    );
  }

  handleConnection(socket: OperatorSocket): void {
    limitBacklog(socket, () => this.cut.inc({ reason: 'slow' }));
    this.watch.add(socket);
    this.connections.inc();
    socket.once('disconnect', () => {
      this.watch.remove(socket);
      this.connections.dec();
    });
    void socket.join(socket.data.scopes.map(roomOf));
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

function roomOf(scope: string): string {
  return `scope:${scope}`;
}
