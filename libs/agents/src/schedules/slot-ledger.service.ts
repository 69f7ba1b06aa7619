import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';

import { Clock } from '#kernel';

import { ScheduleSlotEntity, type SlotOutcome } from './schedule-slot.entity.js';

export interface SlotNote {
  readonly outcome?: SlotOutcome;
  readonly reason?: string;
}

export interface SlotEnd {
  readonly outcome: SlotOutcome;
  readonly reason?: string;
}

/** A run that was asked for is no slot of the schedule. */
export const TRIGGERED = 'triggered';
const KEPT_MS = 30 * 24 * 3_600_000;

/** Who dealt with which slot of which schedule. */
@Injectable()
export class SlotLedger {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Whether the slot is ours now. False when anybody had it before. With an outcome it is finished at once. */
  async claim(scheduleId: string, slot: Date, { outcome, reason }: SlotNote = {}): Promise<boolean> {
    const now = this.clock.now();
    const result = await this.slots
      .createQueryBuilder()
      .insert()
      .values({ scheduleId, slot, claimedAt: now, finishedAt: outcome ? now : null, outcome, reason })
      .orIgnore()
      .returning('slot')
      .execute();
    return (result.raw as unknown[]).length > 0;
  }

  /** A run that was asked for, and has begun. A slot of the very same millisecond keeps its own row. */
  async noteTriggered(scheduleId: string, at: Date): Promise<void> {
    const note = { outcome: 'run', reason: TRIGGERED } as const;
    for (let slot = at; !(await this.claim(scheduleId, slot, note));) slot = new Date(slot.getTime() + 1);
  }

  /** With its outcome and why it is not all well. A slot that was triggered stays known as such. */
  async finish(scheduleId: string, slot: Date, { outcome, reason }: SlotEnd): Promise<void> {
    const end = { outcome, finishedAt: this.clock.now() };
    await this.slots.update({ scheduleId, slot }, reason === undefined ? end : { ...end, reason });
  }

  /** The latest slot that anybody dealt with. */
  async latest(scheduleId: string): Promise<Date | undefined> {
    const row = await this.slots
      .createQueryBuilder('slot')
      .where('slot.scheduleId = :scheduleId AND slot.reason IS DISTINCT FROM :triggered', {
        scheduleId,
        triggered: TRIGGERED,
      })
      .orderBy('slot.slot', 'DESC')
      .limit(1)
      .getOne();
    return row?.slot;
  }

  /** When the schedule last ran, asked for or not. */
  async lastRun(scheduleId: string): Promise<Date | null> {
    const row = await this.slots.findOne({ where: { scheduleId, outcome: 'run' }, order: { claimedAt: 'DESC' } });
    return row?.claimedAt ?? null;
  }

  /** Forgets what is older than thirty days, except the latest slot, which says where the schedule stands. */
  async prune(scheduleId: string): Promise<void> {
    const latest = await this.latest(scheduleId);
    if (!latest) return;
    const limit = new Date(Math.min(latest.getTime(), this.clock.now().getTime() - KEPT_MS));
    await this.slots.delete({ scheduleId, slot: LessThan(limit) });
  }

  private get slots() {
    return this.dataSource.getRepository(ScheduleSlotEntity);
  }
}
