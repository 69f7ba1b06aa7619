import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';

import { EndedPlans } from './ended-plans.service.js';

const AT_ONCE = 200;

/** Lets nothing of an erased person stay here but what was sent when: not what they wished, nor when they use to answer, nor what was planned. */
@Injectable()
export class ErasedPeople {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: EndedPlans,
  ) {}

  async erase(manager: EntityManager, contactId: string): Promise<void> {
    await manager.query('SELECT 1 FROM engagement_people WHERE contact_id = $1 FOR UPDATE', [contactId]);
    await this.plans.end(manager, 'erased', 'contact_id = $2', [contactId]);
    for (const sql of ERASE_SQL) await manager.query(sql, [contactId]);
  }

  /** Those of whom nothing but the key was destroyed. */
  async eraseAll(): Promise<void> {
    for (;;) {
      const people = await this.transactions.statement<{ id: string }[]>(LEFT_SQL, [AT_ONCE]);
      for (const { id } of people) await this.transactions.run((manager) => this.erase(manager, id));
      if (people.length < AT_ONCE) return;
    }
  }
}

const ERASE_SQL = [
  `UPDATE engagements SET moment = NULL, memory_ids = '{}', wording = NULL, reasons = '[]' WHERE contact_id = $1`,
  'DELETE FROM engagement_avoided WHERE contact_id = $1',
  'DELETE FROM engagement_wishes WHERE contact_id = $1',
  'DELETE FROM engagement_people WHERE contact_id = $1',
];

const LEFT_SQL = `
SELECT contacts.id FROM contacts JOIN engagement_people ON contact_id = contacts.id
WHERE erased_at IS NOT NULL ORDER BY contacts.id LIMIT $1`;
