import { addressOf, groupIdOf } from './simulated-address.js';

describe('addressOf', () => {
  it.each([
    ['+34600000001', '34600000001@c.us'],
    [' 34600000001', '34600000001@c.us'],
    ['123456789012345@lid', '123456789012345@lid'],
    ['status@broadcast', 'status@broadcast'],
    ['34600000001-16@g.us', '34600000001-16@g.us'],
  ])('%s is %s', (text, address) => {
    expect(addressOf(text, 'from')).toBe(address);
  });

  it.each(['', 'Ana', '+34 600', '@c.us', 'a b@c.us', '12@'])('refuses %j, naming the field', (text) => {
    expect(() => addressOf(text, 'from')).toThrow(
      expect.objectContaining({ code: 'simulator.invalid-address', message: expect.stringContaining('from') }) as Error,
    );
  });
});

describe('groupIdOf', () => {
  it('makes one id of one name, and leaves an id as it is', () => {
    expect(groupIdOf('Family')).toMatch(/^120363\d{12}@g\.us$/);
    expect(groupIdOf('Family')).toBe(groupIdOf('Family'));
    expect(groupIdOf('Family')).not.toBe(groupIdOf('family'));
    expect(groupIdOf('120363000000000001@g.us')).toBe('120363000000000001@g.us');
  });
});
