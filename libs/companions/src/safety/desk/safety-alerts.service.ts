import { Injectable } from '@nestjs/common';

import { Realtime } from '#realtime';
import { Logger } from '#telemetry';

import type { Incident } from './incident-book.service.js';
import type { IncidentAction, IncidentKind } from './safety-incident.entity.js';

declare module '#realtime' {
  interface RealtimeEventMap {
    /** Somebody may be in danger, or something must be looked at. */
    'safety:alert': {
      scope: 'chats:read';
      payload: {
        /** Of the incident. */
        readonly id: string;
        readonly kind: IncidentKind;
        readonly action: IncidentAction;
        readonly chat_id: string;
        readonly contact_id: string | null;
        readonly message_id: string | null;
        readonly at: string;
      };
    };
  }
}

/** What happens all the time with some people, and is listed without an alarm. */
const QUIET: ReadonlySet<IncidentKind> = new Set<IncidentKind>(['nsfw', 'output', 'minor']);

/** Tells the operator at once: in the log, and on every socket. The list of incidents is what stays. */
@Injectable()
export class SafetyAlerts {
  constructor(
    private readonly realtime: Realtime,
    private readonly logger: Logger,
  ) {}

  tell({ id, kind, action, chatId, contactId, messageId, createdAt }: Incident): void {
    if (QUIET.has(kind)) return;
    this.logger.warn(
      { incidentId: id, kind, action, chatId },
      'a person should look at this chat: GET /api/safety/incidents',
    );
    this.realtime.publish({
      event: 'safety:alert',
      scope: 'chats:read',
      payload: {
        id,
        kind,
        action,
        chat_id: chatId,
        contact_id: contactId,
        message_id: messageId,
        at: createdAt.toISOString(),
      },
    });
  }
}
