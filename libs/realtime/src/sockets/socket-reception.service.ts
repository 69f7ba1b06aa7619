import { Injectable } from '@nestjs/common';

import { Metrics } from '#telemetry';

import { CommandDesk } from '../commands/command-desk.service.js';
import { CommandLane } from '../commands/command-lane.js';
import { ConversationRooms, type Restored } from '../people/conversation-rooms.service.js';
import { PeopleDoor } from '../people/people-door.service.js';
import { Backlog } from './backlog.js';
import type { ClientSocket, ClientSockets } from './client-socket.js';
import { KeyWatch } from './key-watch.service.js';
import { giveSessionId } from './session-id.js';
import type { Refusal } from './socket-door.service.js';

/** Receives every socket: at the doors, when it is in, and when it goes. */
@Injectable()
export class SocketReception {
  /** What brings those back to where they were who are about to be let in. */
  private readonly restored = new WeakMap<ClientSocket, Restored>();
  private readonly connections;
  private readonly cut;

  constructor(
    private readonly door: PeopleDoor,
    private readonly watch: KeyWatch,
    private readonly rooms: ConversationRooms,
    private readonly desk: CommandDesk,
    metrics: Metrics,
  ) {
    this.connections = metrics.gauge('realtime_connections', 'Open sockets');
    this.cut = metrics.counter('realtime_cut_total', 'Sockets that we cut', ['reason']);
  }

  /** `onConnect` is called with each socket that is in, before anything is told to it. */
  open(sockets: ClientSockets, onConnect: (socket: ClientSocket) => void): void {
    sockets.use((socket, next) => {
      void this.admit(socket).then((refusal) => {
        if (refusal) next(new Error(refusal));
        else next();
      });
    });
    sockets.on('connection', (socket) => {
      onConnect(socket);
      this.receive(socket);
    });
  }

  private async admit(socket: ClientSocket): Promise<Refusal | null> {
    const admitted = await this.door.admit(socket);
    if (typeof admitted === 'string') return admitted;
    const { restored, ...known } = admitted;
    if (restored) this.restored.set(socket, restored);
    const backlog = new Backlog(socket, {
      cut: () => this.cut.inc({ reason: 'slow' }),
      relief: () => this.rooms.resume(socket),
    });
    socket.data = { ...known, session: giveSessionId(socket), seats: new Map(), backlog, lane: new CommandLane() };
    return null;
  }

  private receive(socket: ClientSocket): void {
    this.connections.inc();
    this.watch.add(socket);
    socket.once('disconnect', () => {
      this.watch.remove(socket);
      this.rooms.forget(socket);
      this.connections.dec();
    });
    this.desk.listen(socket);
    this.restored.get(socket)?.(socket);
    this.restored.delete(socket);
  }
}
