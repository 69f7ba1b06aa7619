import { llmError } from '../llm.errors.js';

/** Every fourth slot is kept for what is urgent. */
const KEPT = 4;

/** How somebody waits for a slot. */
export interface SlotRequest {
  readonly signal?: AbortSignal;
  /** Somebody waits for the answer: it comes before what works in the background, and finds slots that the background never takes. */
  readonly urgent?: boolean;
}

/** So many calls at once and no more; the others wait in the order in which they came, the urgent ones first. */
export class Slots {
  private taken = 0;
  private readonly urgent: (() => void)[] = [];
  private readonly patient: (() => void)[] = [];
  private readonly forPatient: number;

  constructor(private readonly limit: number) {
    this.forPatient = limit - Math.floor(limit / KEPT);
  }

  /** Resolves when there is a slot. Give it back with `release`. */
  async acquire({ signal, urgent = false }: SlotRequest = {}): Promise<void> {
    if (signal?.aborted) throw llmError('llm.aborted');
    if (this.taken < (urgent ? this.limit : this.forPatient)) {
      this.taken++;
      return;
    }
    const waiting = urgent ? this.urgent : this.patient;
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(llmError('llm.aborted'));
      };
      waiting.push(enter);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  release(): void {
    this.taken--;
    const next = this.urgent.shift() ?? (this.taken < this.forPatient ? this.patient.shift() : undefined);
    if (!next) return;
    // The slot goes straight to the next one, so that nobody can slip in between.
    this.taken++;
    next();
  }
}
