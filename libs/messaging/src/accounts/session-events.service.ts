import { Injectable } from '@nestjs/common';

import type { WhatsAppEvent } from '#whatsapp';

import { EventIntake } from '../inbound/event-intake.service.js';
import type { Ownership } from '../outbox/ownership.js';
import { AccountNews } from './account-news.service.js';
import { AccountStatuses } from './account-statuses.service.js';
import { LinkingScreen } from './linking-screen.service.js';

/** Takes what an account's owner observes: its messages, and how it is connected. */
@Injectable()
export class SessionEvents {
  constructor(
    private readonly intake: EventIntake,
    private readonly statuses: AccountStatuses,
    private readonly screen: LinkingScreen,
    private readonly news: AccountNews,
  ) {}

  async take(owner: Ownership, event: WhatsAppEvent): Promise<void> {
    if (event.type !== 'status') return this.intake.take(owner.accountId, event);
    await this.statuses.set(owner, event.status);
    this.news.tell(owner.accountId, event.status);
    await this.screen.show(owner.accountId, event.status);
  }
}
