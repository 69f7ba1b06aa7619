import { OutboundAllowList } from './outbound-allow-list.js';
import { checkAddresses, readTarget } from './outbound-target.js';

const NOTHING = new OutboundAllowList([]);
const refused = (reason: string) => expect.objectContaining({ code: 'outbound.refused', details: { reason } }) as Error;

describe('readTarget', () => {
  it.each([
    'https://example.com/hook',
    'https://example.com:8443/a?b=c',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'https://bücher.example/',
  ])('takes %s', (text) => expect(readTarget(text, NOTHING).protocol).toBe('https:'));

  it.each([
    ['not-a-url', ''],
    ['not-a-url', 'example.com/hook'],
    ['not-a-url', 'ftp://example.com/'],
    ['not-a-url', 'file:///etc/passwd'],
    ['not-a-url', 'https://'],
    ['not-a-url', 'https://999.1.1.1/'],
    ['credentials', 'https://me:secret@example.com/'],
    ['credentials', 'https://me@example.com/'],
    ['plain-http', 'http://example.com/'],
    ['port', 'https://example.com:22/'],
    ['port', 'https://example.com:25/'],
    ['private-address', 'https://127.0.0.1/'],
    ['private-address', 'http://127.0.0.1/'],
    ['private-address', 'https://[::1]/'],
    ['private-address', 'https://[::ffff:10.0.0.1]/'],
    ['private-address', 'https://169.254.169.254/latest/meta-data'],
    // Other ways to write 127.0.0.1.
    ['private-address', 'https://2130706433/'],
    ['private-address', 'https://0x7f.1/'],
    ['private-address', 'https://0177.0.0.1/'],
    ['private-address', 'https://127.1/'],
    ['private-address', 'https://１２７.0.0.1/'],
  ])('refuses, %s: %s', (reason, text) => {
    expect(() => readTarget(text, NOTHING)).toThrow(refused(reason));
  });

  it.each([
    [['127.0.0.1'], 'http://127.0.0.1:8080/'],
    [['127.0.0.0/8'], 'http://127.0.0.9:80/'],
    [['::1'], 'http://[::1]/'],
    [['fd00::/8'], 'https://[fd00::5]/'],
    [['10.0.0.5'], 'http://[::ffff:10.0.0.5]/'],
    [['N8N.internal'], 'http://n8n.internal./webhook'],
  ])('takes what the operator allowed: %j, %s', (entries, text) => {
    expect(readTarget(text, new OutboundAllowList(entries))).toBeInstanceOf(URL);
  });

  it('does not take the list for more than it says', () => {
    const list = new OutboundAllowList(['10.0.0.0/24', 'n8n.internal']);
    expect(() => readTarget('https://10.0.1.1/', list)).toThrow(refused('private-address'));
    expect(() => readTarget('http://evil.n8n.internal/', list)).toThrow(refused('plain-http'));
    expect(() => readTarget('http://me:x@n8n.internal/', list)).toThrow(refused('credentials'));
  });
});

describe('checkAddresses', () => {
  it('wants all of them to be good', () => {
    expect(() => checkAddresses(['8.8.8.8', '2606:4700::1'], 'example.com', NOTHING)).not.toThrow();
    expect(() => checkAddresses(['8.8.8.8', '10.0.0.1'], 'example.com', NOTHING)).toThrow(refused('private-address'));
  });

  it('takes private ones of a host, or in a range, that is allowed', () => {
    expect(() => checkAddresses(['10.0.0.1'], 'n8n.internal', new OutboundAllowList(['n8n.internal']))).not.toThrow();
    expect(() => checkAddresses(['10.0.0.1'], 'n8n.internal', new OutboundAllowList(['10.0.0.0/8']))).not.toThrow();
  });
});
