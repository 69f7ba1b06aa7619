import type { Realtime, RealtimeEvent } from '#realtime';
import type { Logger } from '#telemetry';

import type { Incident } from './incident-book.service.js';
import { SafetyAlerts } from './safety-alerts.service.js';
import { INCIDENT_KINDS, type IncidentKind } from './safety-incident.entity.js';

function tell(kind: IncidentKind) {
  const [told, logged]: [RealtimeEvent[], object[]] = [[], []];
  const realtime = { publish: (event: RealtimeEvent) => told.push(event) } as unknown as Realtime;
  const logger = { warn: (about: object) => logged.push(about) } as unknown as Logger;
  const incident: Incident = {
    id: 'incident',
    chatId: 'chat',
    contactId: 'contact',
    messageId: 'message',
    kind,
    level: 0,
    action: 'care',
    createdAt: new Date('2026-01-05T12:00:00Z'),
    handledAt: null,
  };
  new SafetyAlerts(realtime, logger).tell(incident);
  return { told, logged };
}

describe('SafetyAlerts', () => {
  it('tells the log and the sockets, in ids alone', () => {
    const { told, logged } = tell('self-harm');
    expect(told).toEqual([
      {
        event: 'safety:alert',
        scope: 'chats:read',
        payload: {
          id: 'incident',
          kind: 'self-harm',
          action: 'care',
          chat_id: 'chat',
          contact_id: 'contact',
          message_id: 'message',
          at: '2026-01-05T12:00:00.000Z',
        },
      },
    ]);
    expect(logged).toEqual([{ incidentId: 'incident', kind: 'self-harm', action: 'care', chatId: 'chat' }]);
  });

  it('does not cry wolf', () => {
    const loud = INCIDENT_KINDS.filter((kind) => tell(kind).told.length > 0);
    expect(loud).toEqual(['self-harm', 'abuse', 'violence', 'threat', 'medical', 'forbidden', 'report']);
  });
});
