import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { Clock } from '#kernel';
import { Realtime } from '#realtime';

import type { EngagementType } from '../planning/engagement-type.js';
import type { EngagementStatus } from '../store/engagement.js';

/** Says where an outreach is now; the words are read at GET /api/engagements/:id. */
export interface EngagementNews {
  readonly id: string;
  readonly contact_id: string;
  readonly chat_id: string;
  readonly type: EngagementType;
  readonly status: EngagementStatus;
  readonly reason: string | null;
}

interface EngagementNewsEvent {
  scope: 'engagements:read';
  payload: EngagementNews & { readonly at: string };
}

declare module '#realtime' {
  interface RealtimeEventMap {
    'engagement:planned': EngagementNewsEvent;
    'engagement:approved': EngagementNewsEvent;
    'engagement:sent': EngagementNewsEvent;
    'engagement:answered': EngagementNewsEvent;
    'engagement:skipped': EngagementNewsEvent;
    'engagement:failed': EngagementNewsEvent;
    'engagement:expired': EngagementNewsEvent;
    /** Too many opted out: the account writes first only when an operator approves it. */
    'engagement:braked': {
      scope: 'engagements:read';
      payload: { readonly account_id: string; readonly at: string };
    };
  }
}

/** Tells sockets what became of outreaches. To be called after the commit: what is told is what is stored then. */
@Injectable()
export class EngagementEvents {
  constructor(
    private readonly statements: Statements,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
  ) {}

  /** These have a new status, whatever it is by now. */
  async changed(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    this.tell(await this.statements.run<EngagementNews>(NEWS, [ids]));
  }

  /** Of those whose status the caller has just stored. */
  tell(all: readonly EngagementNews[]): void {
    const at = this.clock.now().toISOString();
    for (const news of all) {
      this.realtime.publish({
        event: `engagement:${news.status}`,
        scope: 'engagements:read',
        payload: { ...news, at },
      });
    }
  }

  braked(accountId: string): void {
    const payload = { account_id: accountId, at: this.clock.now().toISOString() };
    this.realtime.publish({ event: 'engagement:braked', scope: 'engagements:read', payload });
  }
}

const NEWS: Statement = {
  name: 'engagement.news',
  text: `
SELECT id, contact_id, chat_id, type, status, reason FROM engagements WHERE id = ANY($1::uuid[]) ORDER BY created_at, id`,
};
