import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { MemoryOwner } from '../facts/memory-scope.js';
import { Logger } from '#telemetry';

import { MemoryTidying } from './memory-tidying.service.js';
import { Portraits } from './portraits.service.js';

/** What was done for people of whom something is new. */
export interface Reflected {
  readonly reflected: number;
  readonly failed: number;
  readonly merged: number;
  readonly promoted: number;
  readonly profiles: number;
}

/** How a run tells how far it is, and is ended. */
export interface ReflectionContext {
  readonly signal: AbortSignal;
  readonly progress: (percent: number, message?: string) => Promise<void>;
}

const PAGE = 100;

/** Reflects on everybody of whom something is new, one after the other. Whoever is done is not looked at again, so a repeat goes on from there. */
@Injectable()
export class Reflection {
  constructor(
    private readonly tidying: MemoryTidying,
    private readonly portraits: Portraits,
    private readonly dataSource: DataSource,
    private readonly logger: Logger,
  ) {}

  /** Rejects with the signal's reason when that aborts; that one failed is counted. */
  async run({ signal, progress }: ReflectionContext): Promise<Reflected> {
    const total = { reflected: 0, failed: 0, merged: 0, promoted: 0, profiles: 0 };
    const waiting = await this.waiting();
    let after: MemoryOwner = { contactId: NOBODY, characterId: NOBODY };
    for (;;) {
      const page = await this.dataSource.query<MemoryOwner[]>(NEXT_SQL, [after.contactId, after.characterId, PAGE]);
      for (const owner of page) {
        signal.throwIfAborted();
        await this.reflect(owner, total, signal);
      }
      const last = page.at(-1);
      if (!last) return total;
      after = last;
      const done = total.reflected + total.failed;
      await progress(Math.min(99, Math.floor((done / Math.max(waiting, done)) * 100)), `${done} contacts`);
    }
  }

  private async reflect(owner: MemoryOwner, total: Counted, signal: AbortSignal): Promise<void> {
    try {
      const { merged, promoted } = await this.tidying.tidy(owner);
      total.merged += merged;
      total.promoted += promoted;
      if (await this.portraits.refresh(owner, signal)) total.profiles += 1;
      total.reflected += 1;
    } catch (error) {
      signal.throwIfAborted();
      total.failed += 1;
      this.logger.error({ err: error, ...owner }, 'what is known of a contact could not be reflected on');
    }
  }

  private async waiting(): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(`SELECT count(*)::integer AS count ${NEW_SQL}`);
    return row?.count ?? 0;
  }
}

type Counted = { -readonly [Name in keyof Reflected]: number };

const NOBODY = '00000000-0000-0000-0000-000000000000';

const NEW_SQL = `
FROM memory_revisions AS known LEFT JOIN memory_profiles AS profile USING (contact_id, character_id)
WHERE profile.revision IS DISTINCT FROM known.revision`;

const NEXT_SQL = `
SELECT contact_id AS "contactId", character_id AS "characterId" ${NEW_SQL} AND (contact_id, character_id) > ($1::uuid, $2::uuid)
ORDER BY contact_id, character_id LIMIT $3`;
