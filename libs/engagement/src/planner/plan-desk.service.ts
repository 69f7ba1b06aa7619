import { Injectable } from '@nestjs/common';

import type { EngagementType } from '../planning/engagement-type.js';
import type { Reason } from '../planning/reason.js';
import type { Engagement } from '../store/engagement.js';
import { Engagements } from '../store/engagements.service.js';
import { Audit } from '../tuning/audit.service.js';
import { Looks } from './looks.service.js';
import { PlanAftermath } from './plan-aftermath.service.js';
import { PlanTerms } from './plan-terms.service.js';

export interface PlanOptions {
  /** An operator's own words, in the language they are in: then the plan is approved. None: they are made. */
  readonly text?: string;
  readonly language?: string;
  /** When it is to be sent; none: when it suits best. */
  readonly dueAt?: Date;
  /** Who wants it; written down. */
  readonly principal?: string;
}

/** Why nothing was planned. */
export interface Skip {
  readonly reasons: readonly Reason[];
}

export type PlanOutcome =
  { readonly engagement: Engagement; readonly skip: null } | { readonly engagement: null; readonly skip: Skip };

/** Plans for one person, because an operator wants it. */
@Injectable()
export class PlanDesk {
  constructor(
    private readonly terms: PlanTerms,
    private readonly looks: Looks,
    private readonly engagements: Engagements,
    private readonly audit: Audit,
    private readonly aftermath: PlanAftermath,
  ) {}

  async planFor(contactId: string, type?: EngagementType, options: PlanOptions = {}): Promise<PlanOutcome> {
    const { text, language = 'und', dueAt, principal = 'admin' } = options;
    const terms = await this.terms.current();
    const look = await this.looks.one(contactId, terms, { type, at: dueAt }, async (manager, id) => {
      if (text !== undefined) {
        await this.engagements.write(manager, id, { text, language, source: 'operator' });
        await this.engagements.approve(manager, id, principal);
      }
      await this.audit.note(manager, { principal, action: 'engagement.planned', subject: id, detail: { type } });
    });
    await this.aftermath.after([look], terms);
    if (!look.engagement) return { engagement: null, skip: { reasons: look.reasons } };
    return { engagement: await this.engagements.find(look.engagement.id), skip: null };
  }
}
