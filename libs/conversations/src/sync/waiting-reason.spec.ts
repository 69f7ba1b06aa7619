import { waitingReason, type SyncAccount } from './waiting-reason.js';

const account: SyncAccount = {
  ...{ id: 'id', name: 'work', status: 'READY', statusReason: null, wanted: 'running', owned: true },
};

describe('waitingReason', () => {
  it.each<[string, Partial<SyncAccount>, string]>([
    ['stopped', { wanted: 'stopped', owned: false, status: 'STOPPED' }, 'POST /api/whatsapp/accounts/work/start'],
    ['without a connector', { owned: false }, 'Start the connector'],
    ['not linked', { status: 'WAIT_QR' }, 'GET /api/whatsapp/accounts/work/qr'],
    ['restricted', { status: 'RESTRICTED', statusReason: 'too much' }, 'RESTRICTED (too much). Mend that'],
    ['on its way', { status: 'SYNCING' }, 'by itself once it is connected'],
    ['slow', {}, 'is connected'],
  ])('tells what to do with one that is %s', (_, change, words) => {
    expect(waitingReason({ ...account, ...change })).toContain(words);
  });
});
