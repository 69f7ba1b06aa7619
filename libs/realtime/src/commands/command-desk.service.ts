import { Injectable } from '@nestjs/common';

import { StrictValidationPipe } from '#security';
import { Logger, Metrics } from '#telemetry';

import { notAnObject, tooManyCommands, unknownCommand } from '../realtime.errors.js';
import type { ClientSocket } from '../sockets/client-socket.js';
import { refusalOf, type CommandError } from './command-answer.js';
import { ConnectedCaller } from './connected-caller.js';
import { SocketCommands, type SocketCommand } from './socket-commands.service.js';

const OTHERS = 'unknown';

type Answer = ({ readonly ok: true } & object) | { readonly ok: false; readonly error: CommandError };

interface Given {
  readonly name: string;
  readonly payload: unknown;
  readonly acknowledge?: (answer: Answer) => void;
}

/** Takes what a client says: counts it, checks it, has it done, and answers it. */
@Injectable()
export class CommandDesk {
  private readonly pipe = new StrictValidationPipe();
  private readonly taken;
  private readonly cut;

  constructor(
    private readonly commands: SocketCommands,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.taken = metrics.counter('realtime_commands_total', 'Commands of clients', ['command', 'outcome']);
    this.cut = metrics.counter('realtime_cut_total', 'Sockets that we cut', ['reason']);
  }

  listen(socket: ClientSocket): void {
    socket.onAny((name: string, ...values: unknown[]) => {
      const given = givenOf(name, values);
      switch (socket.data.lane.take()) {
        case 'pass':
          return socket.data.lane.run(() => this.serve(socket, given));
        case 'refuse':
          return this.refuse(socket, given, tooManyCommands());
        case 'cut':
          this.cut.inc({ reason: 'flood' });
          // For good: a client that is broken would only come back and go on.
          socket.disconnect(true);
      }
    });
  }

  private async serve(socket: ClientSocket, given: Given): Promise<void> {
    if (!socket.connected) return;
    const command = this.commands.find(given.name);
    try {
      if (!command) throw unknownCommand();
      const result = await this.answerOf(socket, command, given);
      this.taken.inc({ command: given.name, outcome: 'done' });
      given.acknowledge?.({ ...(result as object), ok: true });
    } catch (error) {
      this.refuse(socket, given, error);
    }
  }

  private async answerOf(
    socket: ClientSocket,
    { handler, shape }: SocketCommand,
    { payload }: Given,
  ): Promise<unknown> {
    if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) throw notAnObject();
    const checked: unknown = await this.pipe.transform(payload, { type: 'body', metatype: shape });
    return handler(new ConnectedCaller(socket), checked as never);
  }

  private refuse(socket: ClientSocket, { name, payload, acknowledge }: Given, cause: unknown): void {
    const { error, instance } = refusalOf(cause);
    const command = this.commands.find(name) ? name : OTHERS;
    this.taken.inc({ command, outcome: error.code });
    if (instance) this.logger.error({ err: cause, command, instance }, 'a command of a socket failed');
    if (acknowledge) acknowledge({ ok: false, error });
    else socket.emit('error', { event: name.slice(0, 64), ...clientIdOf(payload), ...error });
  }
}

function givenOf(name: string, values: readonly unknown[]): Given {
  const last = values.at(-1);
  const acknowledge = typeof last === 'function' ? (last as (answer: Answer) => void) : undefined;
  const payload = values[0] === last && acknowledge ? undefined : values[0];
  return { name: String(name), payload, acknowledge };
}

function clientIdOf(payload: unknown): { clientId?: string } {
  const clientId = (payload as { readonly clientId?: unknown } | null | undefined)?.clientId;
  return typeof clientId === 'string' ? { clientId: clientId.slice(0, 128) } : {};
}
