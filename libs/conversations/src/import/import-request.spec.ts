import { readImportRequest } from './import-request.js';

describe('readImportRequest', () => {
  it('takes only what is needed', () => {
    expect(readImportRequest({ me: 'Me' })).toEqual({ me: 'Me' });
    expect(readImportRequest({ me: 'Me', zone: '', chat: ' ', date_order: '' })).toEqual({ me: 'Me' });
  });

  it('takes everything', () => {
    const fields = { me: 'Me', zone: 'Europe/Madrid', chat: '+34 600 000 001', date_order: 'mdy' };
    expect(readImportRequest(fields)).toEqual({
      me: 'Me',
      zone: 'Europe/Madrid',
      chatId: '+34 600 000 001',
      dateOrder: 'mdy',
    });
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['no me', {}, /"me"/],
    ['an empty me', { me: ' ' }, /"me"/],
    ['an unknown zone', { me: 'Me', zone: 'Mars/Olympus' }, /"zone"/],
    ['an unknown order', { me: 'Me', date_order: 'hunter2' }, /dmy, mdy, ymd/],
    ['an unknown field', { me: 'Me', hunter2: 'x' }, /only these fields/],
    ['a long field', { me: 'x'.repeat(201) }, /Shorten "me"/],
  ])('refuses %s', (_, fields, message) => {
    expect(() => readImportRequest(fields)).toThrow(message);
    expect(() => readImportRequest(fields)).not.toThrow(/hunter2/);
  });
});
