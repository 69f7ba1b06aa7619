import { Injectable, type Type } from '@nestjs/common';

import { doubledCommand } from '../realtime.errors.js';
import type { SocketCaller } from './socket-caller.js';

/** Answers what the acknowledgement holds beside `ok: true`: an object, or nothing. Throws an AppError to refuse. */
export type SocketCommandHandler<P = unknown> = (from: SocketCaller, payload: P) => Promise<unknown>;

export interface SocketCommand {
  readonly handler: SocketCommandHandler<never>;
  readonly shape: Type<object>;
}

/**
 * What clients may say over their sockets, by name. `conversation:join`, `conversation:leave`, `typing:start` and `typing:stop` are
 * here already; a feature adds its own when its module starts.
 */
@Injectable()
export class SocketCommands {
  private readonly commands = new Map<string, SocketCommand>();

  /** The payload is checked against `shape`, a DTO, as a body of the REST API is. Throws when `name` is taken. */
  on<P extends object>(name: string, handler: SocketCommandHandler<P>, shape: Type<P>): void {
    if (this.commands.has(name)) throw doubledCommand(name);
    this.commands.set(name, { handler, shape });
  }

  find(name: string): SocketCommand | undefined {
    return this.commands.get(name);
  }
}
