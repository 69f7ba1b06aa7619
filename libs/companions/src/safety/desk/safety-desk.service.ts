import { Injectable } from '@nestjs/common';

import { SafetyConfig } from '#config';
import { Clock } from '#kernel';

import { DANGERS } from '../classify/danger-rules.js';
import { ContactSafetyBook, type ContactSafety } from './contact-safety-book.service.js';
import { IncidentBook, type Incident, type NewIncident } from './incident-book.service.js';
import { SafetyAlerts } from './safety-alerts.service.js';
import type { IncidentKind } from './safety-incident.entity.js';

export interface UserReport {
  readonly chatId: string;
  readonly contactId: string | null;
  /** What is reported; none: the chat as a whole. */
  readonly messageId?: string;
}

const DAY_MS = 24 * 3_600_000;
/** For so long what was said in care is remembered by who read it. */
const CARED_FOR_MS = 3_600_000;
const DANGEROUS: ReadonlySet<IncidentKind> = new Set<IncidentKind>(DANGERS);

/** Writes down what happened, tells the operator, and knows with whom one must be careful. */
@Injectable()
export class SafetyDesk {
  constructor(
    private readonly incidents: IncidentBook,
    private readonly contacts: ContactSafetyBook,
    private readonly alerts: SafetyAlerts,
    private readonly clock: Clock,
    private readonly config: SafetyConfig,
  ) {}

  /**
   * Once for each message and kind, and for all messages of one turn, `among`. Whoever was in danger is not written to first for some days.
   * Null when it is known already.
   */
  async record(incident: NewIncident, among: readonly string[] = []): Promise<Incident | null> {
    const added = await this.incidents.add(incident, among);
    if (!added) return null;
    this.alerts.tell(added);
    if (added.contactId !== null && DANGEROUS.has(added.kind)) {
      await this.contacts.pauseUntil(
        added.contactId,
        new Date(this.clock.now().getTime() + this.config.pauseDays * DAY_MS),
      );
    }
    return added;
  }

  /** Whether the same was said in this chat a short while ago, to other messages than these. */
  caredForLately({
    chatId,
    messageIds,
  }: {
    readonly chatId: string;
    readonly messageIds: readonly string[];
  }): Promise<boolean> {
    const since = new Date(this.clock.now().getTime() - CARED_FOR_MS);
    return this.incidents.caredForSince(chatId, since, messageIds);
  }

  /** Somebody wants an operator to look at a chat, or at one message in it. */
  async report({ chatId, contactId, messageId }: UserReport): Promise<Incident | null> {
    return this.record({ chatId, contactId, messageId: messageId ?? null, kind: 'report', level: 0, action: 'none' });
  }

  /** @throws AppError `contact.not-found` */
  contactSafety(contactId: string): Promise<ContactSafety> {
    return this.contacts.of(contactId);
  }

  /** From now on the person is a minor, until an operator says otherwise. */
  async noteMinor({
    chatId,
    contactId,
    messageId,
  }: Pick<NewIncident, 'chatId' | 'messageId'> & { readonly contactId: string }): Promise<void> {
    if (!(await this.contacts.markMinor(contactId))) return;
    await this.record({ chatId, contactId, messageId, kind: 'minor', level: 0, action: 'none' });
  }

  /** Until when we must not write first to this person; null when we may. */
  async proactivePausedUntil(contactId: string): Promise<Date | null> {
    const { proactivePausedUntil } = await this.contacts.of(contactId);
    return proactivePausedUntil !== null && proactivePausedUntil > this.clock.now() ? proactivePausedUntil : null;
  }
}
