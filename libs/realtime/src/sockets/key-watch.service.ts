import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

import { Clock } from '#kernel';
import { Metrics } from '#telemetry';

import type { ClientSocket } from './client-socket.js';
import { SocketDoor } from './socket-door.service.js';

const EVERY_MS = 4_000;
/** They are not all looked at at once: a thousand keys are tens of milliseconds in which nobody would be heard. */
const PARTS = 80;
/** A key that could not be looked up for so long no longer counts. */
const TRUSTED_MS = 60_000;

/** Looks again and again whether the keys of open sockets still hold: a socket outlives its handshake by weeks. */
@Injectable()
export class KeyWatch implements OnModuleInit, OnModuleDestroy {
  private readonly sockets = new Set<ClientSocket>();
  private readonly cut;
  private round: readonly ClientSocket[] = [];
  private part = 0;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly door: SocketDoor,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.cut = metrics.counter('realtime_cut_total', 'Sockets that we cut', ['reason']);
  }

  onModuleInit(): void {
    this.timer = setInterval(() => this.lookAtNext(), EVERY_MS / PARTS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  add(socket: ClientSocket): void {
    this.sockets.add(socket);
  }

  remove(socket: ClientSocket): void {
    this.sockets.delete(socket);
  }

  /** Looks at all keys once, and cuts the sockets of those that do not hold. */
  async look(): Promise<void> {
    await Promise.all([...this.sockets].map((socket) => this.lookAt(socket)));
  }

  /** A part of them, so that all have been looked at when their time has come. Waits for none: a database that hangs must not keep anybody in. */
  private lookAtNext(): void {
    if (this.part === 0) this.round = [...this.sockets];
    const { length } = this.round;
    const [from, to] = [this.part, this.part + 1].map((part) => Math.floor((part * length) / PARTS));
    this.part = (this.part + 1) % PARTS;
    for (const socket of this.round.slice(from, to)) if (this.sockets.has(socket)) void this.lookAt(socket);
  }

  private async lookAt(socket: ClientSocket): Promise<void> {
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
