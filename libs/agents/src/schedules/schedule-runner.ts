import type { Clock } from '#kernel';
import type { Logger } from '#telemetry';

import { failureReason } from '../worker/failure-reason.js';
import { dueSlots } from './due-slots.js';
import type { ScheduleOptions } from './schedule-options.js';
import { TRIGGERED, type SlotLedger } from './slot-ledger.service.js';
import { nextSlot } from './slots.js';

/** What is done in a slot. Resolves with the reason when it found nothing to begin: then the slot counts as skipped. */
export type SlotWork = () => Promise<string | void>;

/** One schedule in one process. Every process offers itself for every slot; the ledger lets one of them have it. */
export class ScheduleRunner {
  private dealtWith?: Date;
  private next?: Date;
  private running?: Promise<void>;

  constructor(
    readonly options: ScheduleOptions,
    private readonly work: SlotWork,
    private readonly ledger: SlotLedger,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Runs what is due. While the last call still works, this one waits for it and does nothing else. */
  tick(): Promise<void> {
    this.running ??= this.runDue().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Runs it now, beside its slots. */
  async trigger(): Promise<void> {
    const now = this.clock.now();
    await this.ledger.claim(this.options.id, now, { reason: TRIGGERED });
    await this.runSlot(now);
  }

  nextRun(): Date {
    return nextSlot(this.options, this.clock.now());
  }

  /** Resolves when nothing runs. */
  async settled(): Promise<void> {
    await this.running?.catch(() => undefined);
  }

  private async runDue(): Promise<void> {
    const { id } = this.options;
    const now = this.clock.now();
    const dealtWith = (this.dealtWith ??= await this.start(now));
    this.next ??= nextSlot(this.options, dealtWith);
    if (this.next > now) return;
    const { run, skipped } = dueSlots(this.options, dealtWith, now);
    for (const slot of skipped) {
      if (!(await this.ledger.claim(id, slot, { outcome: 'skipped', reason: 'missed' }))) continue;
      this.logger.warn({ schedule: id, slot: slot.toISOString() }, 'a slot was missed for too long and is skipped');
    }
    for (const slot of run) {
      if (await this.ledger.claim(id, slot)) await this.runSlot(slot);
      this.dealtWith = slot;
    }
    this.next = undefined;
  }

  /** A schedule that never ran begins now; noting that lets a later start see what it missed. */
  private async start(now: Date): Promise<Date> {
    await this.ledger.prune(this.options.id);
    const latest = await this.ledger.latest(this.options.id);
    if (latest) return latest;
    await this.ledger.claim(this.options.id, now, { outcome: 'skipped', reason: 'begins' });
    return now;
  }

  private async runSlot(slot: Date): Promise<void> {
    const { id } = this.options;
    try {
      const reason = await this.work();
      await this.ledger.finish(
        id,
        slot,
        typeof reason === 'string' ? { outcome: 'skipped', reason } : { outcome: 'run' },
      );
    } catch (error) {
      this.logger.error({ err: error, schedule: id, slot: slot.toISOString() }, 'a schedule failed');
      await this.ledger.finish(id, slot, { outcome: 'run', reason: failureReason(error).code });
    }
  }
}
