import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock, isId } from '#kernel';

import type { Adulthood } from '../policy/safety-policy.js';
import type { ContactSafetyEntity } from './contact-safety.entity.js';
import { contactNotFound } from './safety.errors.js';

/** What is known of a person. `updatedAt` null: nobody has said anything yet. */
export type ContactSafety = Pick<ContactSafetyEntity, 'contactId' | 'adult' | 'setBy' | 'proactivePausedUntil'> & {
  readonly updatedAt: Date | null;
};

export interface ContactSafetyChange {
  readonly adult: Adulthood;
  /** Undefined: stays as it is. */
  readonly proactivePausedUntil?: Date | null;
}

/** Keeps what is known of people's age. A contact that was merged into another is that other one. */
@Injectable()
export class ContactSafetyBook {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `contact.not-found` */
  async of(contactId: string): Promise<ContactSafety> {
    const [row] = isId(contactId) ? await this.dataSource.query<ContactSafety[]>(READ_SQL, [contactId]) : [];
    if (!row) throw contactNotFound();
    return row;
  }

  /** What an operator says holds, until the person says anew that they are a minor. @throws AppError `contact.not-found` */
  async correct(contactId: string, { adult, proactivePausedUntil }: ContactSafetyChange): Promise<ContactSafety> {
    const { contactId: known } = await this.of(contactId);
    const pause = proactivePausedUntil === undefined ? null : { until: proactivePausedUntil };
    await this.dataSource.query(CORRECT_SQL, [known, adult, pause !== null, pause?.until ?? null, this.clock.now()]);
    return this.of(known);
  }

  /** The person's own words say that they are a minor. True when that was not known yet. */
  async markMinor(contactId: string): Promise<boolean> {
    const marked = await this.dataSource.query<unknown[]>(MARK_MINOR_SQL, [contactId, this.clock.now()]);
    return marked.length > 0;
  }

  /** Never ends a pause earlier. */
  async pauseUntil(contactId: string, until: Date): Promise<void> {
    await this.dataSource.query(PAUSE_SQL, [contactId, until, this.clock.now()]);
  }
}

const KNOWN = `SELECT coalesce(merged_into, id) AS id FROM contacts WHERE id = $1`;

const READ_SQL = `
SELECT known.id AS "contactId", coalesce(adult, 'unknown') AS adult, set_by AS "setBy",
  proactive_paused_until AS "proactivePausedUntil", updated_at AS "updatedAt"
FROM (${KNOWN}) AS known LEFT JOIN contact_safety ON contact_id = known.id`;

const CORRECT_SQL = `
INSERT INTO contact_safety AS known (contact_id, adult, set_by, proactive_paused_until, updated_at)
VALUES ($1, $2, 'operator', $4, $5)
ON CONFLICT (contact_id) DO UPDATE SET adult = $2, set_by = 'operator', updated_at = $5,
  proactive_paused_until = CASE WHEN $3::boolean THEN $4 ELSE known.proactive_paused_until END`;

const MARK_MINOR_SQL = `
INSERT INTO contact_safety AS known (contact_id, adult, set_by, updated_at)
SELECT id, 'minor', 'signal', $2::timestamptz FROM (${KNOWN}) AS contact
ON CONFLICT (contact_id) DO UPDATE SET adult = 'minor', set_by = 'signal', updated_at = $2 WHERE known.adult <> 'minor'
RETURNING contact_id`;

const PAUSE_SQL = `
INSERT INTO contact_safety AS known (contact_id, proactive_paused_until, updated_at)
SELECT id, $2::timestamptz, $3::timestamptz FROM (${KNOWN}) AS contact
ON CONFLICT (contact_id) DO UPDATE SET updated_at = $3,
  proactive_paused_until = greatest(known.proactive_paused_until, excluded.proactive_paused_until)`;
