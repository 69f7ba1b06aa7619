import type { ConnectionState } from '#whatsapp';

import { accountsReport } from './accounts-health.service.js';
import { accountAsItIs, type AccountStatus } from './account-view.js';

const since = new Date('2026-01-05T12:00:00Z');
const ended = new Date('2026-01-05T13:00:00Z');

const newAccount = (overrides: Partial<AccountStatus> = {}): AccountStatus => ({
  ...{ id: 'a', name: 'default', connector: 'webjs', status: 'READY', statusReason: null, statusSince: since },
  ...{ wanted: 'running', owned: true, leaseEndedAt: ended, linkingKind: null },
  ...overrides,
});

describe('accountAsItIs', () => {
  it('believes a living owner', () => {
    const account = newAccount({ status: 'WAIT_QR', linkingKind: 'qr' });
    expect(accountAsItIs(account)).toBe(account);
  });

  it.each<[ConnectionState, object]>([
    ['READY', { status: 'STOPPED', statusSince: ended, statusReason: expect.stringContaining('connector') }],
    ['WAIT_QR', { status: 'STOPPED', linkingKind: null }],
    ['STOPPED', { status: 'STOPPED', statusSince: since }],
    ['LOGGED_OUT', { status: 'LOGGED_OUT', statusSince: since }],
    ['RESTRICTED', { status: 'RESTRICTED' }],
    ['FAILED', { status: 'FAILED' }],
  ])('of one that was %s and that nobody holds', (status, seen) => {
    expect(accountAsItIs(newAccount({ status, owned: false, linkingKind: 'qr' }))).toMatchObject(seen);
  });

  it('has no reproach for one that is stopped', () => {
    expect(accountAsItIs(newAccount({ wanted: 'stopped', owned: false }))).toMatchObject({ statusReason: null });
  });
});

describe('accountsReport', () => {
  it.each<[string, Partial<AccountStatus>[], object]>([
    ['none', [], { status: 'up', accounts: 0, running: 0 }],
    ['ready ones', [{}, {}], { status: 'up', accounts: 2, running: 2 }],
    [
      'one that is stopped as it should be',
      [{}, { wanted: 'stopped', status: 'STOPPED', owned: false }],
      { status: 'up', running: 1 },
    ],
    [
      'one that nobody holds',
      [{}, { owned: false, status: 'STOPPED' }],
      { status: 'degraded', reason: 'no process holds account default' },
    ],
    [
      'one with a reason',
      [{ status: 'FAILED', statusReason: 'no browser', owned: false }],
      { status: 'degraded', reason: 'no browser' },
    ],
    ['one without', [{ status: 'SYNCING' }], { status: 'degraded', reason: 'account default is SYNCING' }],
  ])('of %s', (_, accounts, report) => {
    expect(accountsReport(accounts.map(newAccount))).toMatchObject(report);
  });
});
