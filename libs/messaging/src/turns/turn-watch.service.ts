import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { Clock } from '#kernel';
import { Logger } from '#telemetry';

import { MOST_REMAKES, REMAKE_WITHIN_MS } from './remake-policy.js';

/** How soon somebody who makes an answer hears that its person writes on. */
const LOOK_MS = 300;

interface Watched {
  readonly id: string;
  readonly revision: number;
}

/** Looks, for all answers that are being made in this process at once, whether something new has come that they should know. */
@Injectable()
export class TurnWatch {
  private readonly watched = new Map<Watched, AbortController>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** `work` is told when its turn has changed or is about to. That may come late or never: the handing in of the answer decides. */
  async during<T>(turn: Watched, work: (interrupted: AbortSignal) => Promise<T>): Promise<T> {
    // A place of its own: a turn may be watched twice, by who had it and by who has it.
    const place = { id: turn.id, revision: turn.revision };
    const controller = new AbortController();
    this.watched.set(place, controller);
    this.lookLater();
    try {
      return await work(controller.signal);
    } finally {
      this.watched.delete(place);
    }
  }

  private lookLater(): void {
    this.timer ??= setTimeout(() => {
      void this.look();
    }, LOOK_MS).unref();
  }

  private async look(): Promise<void> {
    const watched = [...this.watched.keys()];
    try {
      const rows = watched.length === 0 ? [] : await this.changed(watched);
      const changed = new Set(rows.map(({ place }) => Number(place) - 1));
      for (const [index, turn] of watched.entries()) if (changed.has(index)) this.watched.get(turn)?.abort();
    } catch (error) {
      this.logger.debug({ err: error }, 'whether people write on could not be looked at; the next look tries again');
    }
    this.timer = undefined;
    if (this.watched.size > 0) this.lookLater();
  }

  private changed(watched: readonly Watched[]): Promise<readonly { readonly place: string }[]> {
    return this.statements.run<{ place: string }>(CHANGED, [
      watched.map(({ id }) => id),
      watched.map(({ revision }) => revision),
      MOST_REMAKES,
      new Date(this.clock.now().getTime() - REMAKE_WITHIN_MS),
    ]);
  }
}

/** The same rule as `isSuperseded`, for many. */
const CHANGED: Statement = {
  name: 'turns.changed',
  text: `
SELECT place FROM unnest($1::uuid[], $2::integer[]) WITH ORDINALITY AS watched (id, made_for, place)
JOIN turns USING (id) JOIN chats ON chats.id = turns.chat_id
WHERE turns.state = 'pending' AND (turns.revision <> made_for
  OR (chats.kind = 'direct' AND chats.turn_due_at IS NOT NULL AND turns.duty IS NULL AND turns.revision < $3 AND turns.created_at > $4))`,
};
