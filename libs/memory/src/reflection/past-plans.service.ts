import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Transactions } from '#database';

import type { MemoryOwner } from '../facts/memory-scope.js';
import { PlannedEvents } from './planned-events.service.js';

const PAGE = 200;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Ends plans whose day has passed, one after the other. */
@Injectable()
export class PastPlans {
  constructor(
    private readonly events: PlannedEvents,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** Answers how many ended. Each is looked at once, whatever becomes of it. Rejects with the signal's reason when that aborts. */
  async close(now: Date, signal: AbortSignal): Promise<number> {
    let ended = 0;
    for (let after = NOBODY; ;) {
      const page = await this.dataSource.query<(MemoryOwner & { id: string })[]>(PAGE_SQL, [now, after, PAGE]);
      for (const { id, ...owner } of page) {
        signal.throwIfAborted();
        if (await this.transactions.run((manager) => this.events.make(manager, owner, id, now))) ended += 1;
      }
      const last = page.at(-1);
      if (!last) return ended;
      after = last.id;
    }
  }
}

const PAGE_SQL = `
SELECT id, character_id AS "characterId", contact_id AS "contactId" FROM memories
WHERE status = 'active' AND category = 'plan' AND coalesce(valid_until, valid_from + interval '1 day') < $1
  AND valid_from IS NOT NULL AND id > $2
ORDER BY id LIMIT $3`;
