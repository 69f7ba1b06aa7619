import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { EngagementEvents } from '../events/engagement-events.service.js';
import { Engagements } from '../store/engagements.service.js';

/** What is planned for somebody ends when it cannot be what they want. */
@Injectable()
export class PlansOfPerson {
  constructor(
    private readonly engagements: Engagements,
    private readonly events: EngagementEvents,
  ) {}

  /** The ids of what has ended, to be told of after the commit. */
  end(manager: EntityManager, contactId: string, reason: string): Promise<readonly string[]> {
    return this.engagements.endAllOf(manager, contactId, 'skipped', reason);
  }

  tell(ended: readonly string[]): Promise<void> {
    return this.events.changed(ended);
  }
}
