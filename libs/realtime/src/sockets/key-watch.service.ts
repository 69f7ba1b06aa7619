import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

import { Clock } from '#kernel';
import { Metrics } from '#telemetry';

import type { OperatorSocket } from './operator-socket.js';
import { SocketDoor } from './socket-door.service.js';

const EVERY_MS = 4_000;
/** A key that could not be looked up for so long no longer counts. */
const TRUSTED_MS = 60_000;

/** Looks again and again whether the keys of open sockets still hold: a socket outlives its handshake by weeks. */
@Injectable()
export class KeyWatch implements OnModuleInit, OnModuleDestroy {
  private readonly sockets = new Set<OperatorSocket>();
  private readonly cut;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly door: SocketDoor,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.cut = metrics.counter('realtime_cut_total', 'Sockets that we cut', ['reason']);
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void this.look(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  add(socket: OperatorSocket): void {
    this.sockets.add(socket);
  }

  remove(socket: OperatorSocket): void {
    this.sockets.delete(socket);
  }

  /** Looks at all keys once, and cuts the sockets of those that do not hold. */
  async look(): Promise<void> {
    await Promise.all([...this.sockets].map((socket) => this.lookAt(socket)));
  }

  private async lookAt(socket: OperatorSocket): Promise<void> {
    // Looked at first: a database that hangs must not keep anybody in.
    if (this.clock.now().getTime() - socket.data.checkedAt.getTime() >= TRUSTED_MS) {
      this.cut.inc({ reason: 'unchecked' });
      // Not by its own fault: it may try to come back.
      socket.conn.close(true);
      return;
    }
    const holds = await this.door.stillHolds(socket).catch(() => undefined);
    if (holds !== false || !socket.connected) return;
    this.cut.inc({ reason: 'key' });
    socket.disconnect(true);
  }
}
