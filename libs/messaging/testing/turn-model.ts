import { isSuperseded, MOST_REMAKES } from '../src/turns/remake-policy.js';

interface ModelTurn {
  state: 'pending' | 'answered' | 'silent';
  revision: number;
  attempts: number;
  claimed: boolean;
  readonly messages: number[];
}

/** A turn that somebody has taken on in the model. */
export interface HeldTurn {
  readonly turn: ModelTurn;
  readonly attempts: number;
  readonly revision: number;
  /** What its answer is made for. */
  readonly known: readonly number[];
}

/** A direct chat whose first message waits: what its statements do, without a database, as fast as thousands of orders ask for. */
export class TurnModel {
  readonly turns: ModelTurn[] = [];
  private waiting = [1];
  private said = 1;

  get waits(): number {
    return this.waiting.length;
  }

  say(): void {
    this.waiting.push((this.said += 1));
  }

  /** What waits joins the last turn that waits, or is a turn. */
  route(): void {
    if (this.waiting.length === 0) return;
    const last = this.turns.findLast(({ state }) => state === 'pending');
    if (last && last.revision < MOST_REMAKES) {
      last.messages.push(...this.waiting);
      last.revision += 1;
      last.claimed = false;
    } else {
      this.turns.push({ state: 'pending', revision: 0, attempts: 0, claimed: false, messages: [...this.waiting] });
    }
    this.waiting = [];
  }

  claim(): HeldTurn | undefined {
    const turn = this.turns.find(({ state }) => state === 'pending');
    if (!turn || turn.claimed || (this.waits > 0 && turn.revision < MOST_REMAKES)) return undefined;
    turn.attempts += 1;
    turn.claimed = true;
    return { turn, attempts: turn.attempts, revision: turn.revision, known: [...turn.messages] };
  }

  answer({ turn, attempts, revision }: HeldTurn): 'answered' | 'superseded' | 'gone' {
    if (turn.state !== 'pending') return 'gone';
    const moment = { chatKind: 'direct', waits: this.waits > 0, ageMs: 0, urgent: false };
    if (isSuperseded({ ...moment, revision: turn.revision, madeFor: revision })) {
      if (turn.attempts === attempts) turn.claimed = false;
      return 'superseded';
    }
    turn.state = 'answered';
    turn.claimed = false;
    return 'answered';
  }

  silence({ turn, revision }: HeldTurn): boolean {
    if (turn.state !== 'pending' || turn.revision !== revision) return false;
    turn.state = 'silent';
    turn.claimed = false;
    return true;
  }

  /** Whoever had a claim has gone away. */
  expire(): void {
    for (const turn of this.turns) turn.claimed = false;
  }
}
