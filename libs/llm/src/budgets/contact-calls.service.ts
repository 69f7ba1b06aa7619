import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Counts the questions of each contact and day, one row each, for all processes. */
@Injectable()
export class ContactCalls {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes one; false when there were as many as allowed already. However many ask at once, never more are given. */
  async take(day: string, contactId: string, allowed: number): Promise<boolean> {
    if (allowed < 1) return false;
    const rows = await this.dataSource.query<unknown[]>(TAKE_SQL, [day, contactId, allowed]);
    return rows.length > 0;
  }
}

const TAKE_SQL = `
INSERT INTO llm_contact_days (day, contact_id, calls) VALUES ($1, $2, 1)
ON CONFLICT (day, contact_id) DO UPDATE SET calls = llm_contact_days.calls + 1 WHERE llm_contact_days.calls < $3
RETURNING calls`;
