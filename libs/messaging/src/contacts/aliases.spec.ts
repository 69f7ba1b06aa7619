import { newIncomingMessage } from '#testing';

import { aliasesOfCounterpart, aliasesOfSender, aliasOf } from './aliases.js';

describe('aliasOf', () => {
  it.each([
    ['34600000001@c.us', { kind: 'pn', value: '34600000001' }],
    ['34600000001@s.whatsapp.net', { kind: 'pn', value: '34600000001' }],
    ['99887766@lid', { kind: 'lid', value: '99887766' }],
    ['status@broadcast', { kind: 'other', value: 'status@broadcast' }],
    ['nonsense', { kind: 'other', value: 'nonsense' }],
  ])('%s', (id, alias) => {
    expect(aliasOf(id)).toEqual(alias);
  });
});

describe('aliasesOfSender', () => {
  it('names phone and LID once each', () => {
    const sender = { id: '99887766@lid', phone: '+34600000001', lid: '99887766' };
    expect(aliasesOfSender(sender)).toEqual([
      { kind: 'lid', value: '99887766' },
      { kind: 'pn', value: '34600000001' },
    ]);
  });
});

describe('aliasesOfCounterpart', () => {
  it('takes the chat for the other person when the owner writes', () => {
    const message = newIncomingMessage({ from: '99887766@lid', fromMe: true, sender: { id: '34999@c.us' } });
    expect(aliasesOfCounterpart(message)).toEqual([{ kind: 'lid', value: '99887766' }]);
  });
});
