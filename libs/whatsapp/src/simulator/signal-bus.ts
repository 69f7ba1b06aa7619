import { newId } from '#kernel';
import type { PgEvents } from '#database';

import { Batch } from './batch.js';
import type { SimulatorSignal } from './simulator-signal.js';

const CHANNEL = 'simulator';
/** Postgres takes payloads of less than 8,000 bytes. A signal is ASCII, so its length is its bytes. */
const PAYLOAD_BYTES = 7_000;

type SignalListener = (signal: SimulatorSignal) => void;

interface Envelope {
  readonly from: string;
  readonly signals: readonly SimulatorSignal[];
}

/** Carries signals at once within the process and through Postgres to the others. Best effort: the tables are the truth. */
export class SignalBus {
  private readonly self = newId();
  private readonly listeners = new Set<SignalListener>();
  private readonly outgoing = new Batch<SimulatorSignal, void>((signals) => this.publish(signals));
  private unsubscribe: (() => Promise<void>) | null = null;

  constructor(
    private readonly events: PgEvents,
    private readonly report: (error: unknown) => void,
  ) {}

  async start(): Promise<void> {
    this.unsubscribe = await this.events.subscribe(
      CHANNEL,
      (payload) => {
        this.receive(payload);
      },
      () => {
        this.tell({ type: 'missed' });
      },
    );
  }

  async stop(): Promise<void> {
    await this.outgoing.settled();
    await this.unsubscribe?.();
    this.unsubscribe = null;
  }

  /** Never fails: who misses a signal finds the same in the tables a little later. */
  send(signal: SimulatorSignal): void {
    this.tell(signal);
    this.outgoing.add(signal).catch(this.report);
  }

  /** Returns what ends it. */
  listen(listener: SignalListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(signal: SimulatorSignal): void {
    for (const listener of this.listeners) listener(signal);
  }

  private receive(payload: string): void {
    const { from, signals } = JSON.parse(payload) as Envelope;
    if (from === this.self) return;
    for (const signal of signals) this.tell(signal);
  }

  private async publish(signals: readonly SimulatorSignal[]): Promise<void[]> {
    for (const chunk of chunksOf(signals)) {
      const envelope: Envelope = { from: this.self, signals: chunk };
      await this.events.publish(CHANNEL, JSON.stringify(envelope));
    }
    return signals.map(() => undefined);
  }
}

function chunksOf(signals: readonly SimulatorSignal[]): SimulatorSignal[][] {
  const chunks: SimulatorSignal[][] = [[]];
  let bytes = 0;
  for (const signal of signals) {
    const size = JSON.stringify(signal).length;
    if (bytes + size > PAYLOAD_BYTES) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(signal);
    bytes += size;
  }
  return chunks;
}
