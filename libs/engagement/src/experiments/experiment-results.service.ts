import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { ArmSums } from './arm-sums.js';
import type { ExperimentEntity } from './experiment.entity.js';
import { sequentialTest, type TestResult } from './sequential-test.js';

/** What came of one variant. */
export interface ArmResult extends ArmSums {
  readonly key: string;
  readonly control: boolean;
  /** Sent, and their outcome known. */
  readonly sent: number;
  /** Of the answers, -1 to 1; null while there are none. */
  readonly sentiment: number | null;
  /** Against the control; null for the control itself, and while there are too few people. */
  readonly test: TestResult | null;
}

interface ArmRow extends ArmSums {
  readonly key: string;
  readonly sent: number;
  readonly sentiment: number | null;
}

const NOTHING = { people: 0, shares: 0, squares: 0, optOuts: 0, sent: 0, sentiment: null };

/** Reads what came of an experiment from the engagements that were sent in it. */
@Injectable()
export class ExperimentResults {
  constructor(private readonly dataSource: DataSource) {}

  /** The variants in their order. */
  async of({ id, variants }: Pick<ExperimentEntity, 'id' | 'variants'>): Promise<readonly ArmResult[]> {
    const rows = await this.dataSource.query<ArmRow[]>(ARMS_SQL, [id]);
    const arms = variants.map(({ key, control = false }) => {
      const row = rows.find((arm) => arm.key === key) ?? NOTHING;
      return { ...row, key, control };
    });
    const control = arms.find((arm) => arm.control);
    return arms.map((arm) => ({ ...arm, test: control && !arm.control ? sequentialTest(control, arm) : null }));
  }
}

/** $1 the experiment, an index finds its engagements. A person counts once, by the share of theirs that was answered. */
export const ARMS_SQL = `
SELECT key, count(*)::int AS people, sum(sent)::int AS sent, sum(share)::float8 AS shares, sum(share * share)::float8 AS squares,
  count(*) FILTER (WHERE opted_out)::int AS "optOuts", avg(sentiment)::float8 AS sentiment
FROM (
  SELECT experiment ->> $1 AS key, contact_id, count(*) AS sent, avg((outcome = 'answered')::int)::float8 AS share,
    bool_or(outcome = 'opted_out') AS opted_out, avg(sentiment) AS sentiment
  FROM engagements WHERE experiment ? $1 AND experiment IS NOT NULL AND sent_at IS NOT NULL AND outcome IS NOT NULL
  GROUP BY 1, 2
) AS people
GROUP BY key`;
