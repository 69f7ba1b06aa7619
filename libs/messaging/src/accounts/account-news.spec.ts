import type { Realtime, RealtimeEvent } from '#realtime';
import { silentLogger } from '#telemetry';

import { AccountNews } from './account-news.service.js';

const SINCE = new Date('2026-01-02T03:04:05Z');

describe('AccountNews', () => {
  function told(status: Parameters<AccountNews['tell']>[1]): RealtimeEvent[] {
    const events: RealtimeEvent[] = [];
    const realtime = { publish: (event: RealtimeEvent) => events.push(event) } as unknown as Realtime;
    new AccountNews(realtime, silentLogger).tell('one', status);
    return events;
  }
  const status = (state: string, reason: string | null) => ({
    event: 'account:status',
    scope: 'accounts:read',
    payload: { id: 'one', state, reason, since: '2026-01-02T03:04:05.000Z' },
  });

  it('tells whoever may read accounts how one is connected', () => {
    expect(told({ state: 'READY', reason: null, since: SINCE })).toEqual([status('READY', null)]);
  });

  it.each([
    { kind: 'qr', text: '2@abc' },
    { kind: 'code', code: 'ABCD1234' },
  ] as const)('tells what links a phone to those only who may change accounts: $kind', (linking) => {
    const events = told({ state: 'WAIT_QR', reason: 'scan it', since: SINCE, linking });
    expect(events).toEqual([
      status('WAIT_QR', 'scan it'),
      { event: 'account:linking', scope: 'accounts:write', payload: { id: 'one', ...linking } },
    ]);
    expect(JSON.stringify(events[0])).not.toContain('text' in linking ? linking.text : linking.code);
  });
});
