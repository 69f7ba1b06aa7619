import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { Clock } from '#kernel';

export interface SkipCount {
  readonly reason: string;
  /** `any`, when it did not come to choosing one. */
  readonly type: string;
  readonly count: number;
}

/** How often each reason kept us from writing first, by the day. */
@Injectable()
export class SkipCounts {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async add(counts: readonly SkipCount[]): Promise<void> {
    if (counts.length === 0) return;
    const rows = counts.map(({ reason, type, count }) => ({ reason, type, count }));
    const day = this.clock.now().toISOString().slice(0, 10);
    await this.statements.run(ADD, [JSON.stringify(rows), day]);
  }
}

/** In one order, so that two who count at once do not wait for each other crosswise. */
const ADD: Statement = {
  name: 'engagement.add-skips',
  text: `
INSERT INTO engagement_skips AS kept (day, reason, type, count)
SELECT $2::date, reason, type, count FROM jsonb_to_recordset($1::jsonb) AS skip (reason text, type text, count integer) ORDER BY reason, type
ON CONFLICT (day, reason, type) DO UPDATE SET count = kept.count + excluded.count`,
};
