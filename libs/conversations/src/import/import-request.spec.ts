import { readImportRequest } from './import-request.js';

describe('readImportRequest', () => {
  it('takes only what is needed', () => {
    const request = { options: { me: 'Me' }, leave: { guess: true, add: true } };
    expect(readImportRequest({ me: 'Me' })).toEqual(request);
    const empty = { me: 'Me', zone: '', chat: ' ', date_order: '', guess: '', add: '' };
    expect(readImportRequest(empty)).toEqual(request);
  });

  it('takes everything', () => {
    const switches = { guess: 'false', add: 'false' };
    const fields = { me: 'Me', zone: 'Europe/Madrid', chat: '+34 600 000 001', date_order: 'mdy', ...switches };
    expect(readImportRequest(fields)).toEqual({
      options: { me: 'Me', zone: 'Europe/Madrid', chatId: '+34 600 000 001', dateOrder: 'mdy' },
      leave: { guess: false, add: false },
    });
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['no me', {}, /"me"/],
    ['an empty me', { me: ' ' }, /"me"/],
    ['an unknown zone', { me: 'Me', zone: 'Mars/Olympus' }, /"zone"/],
    ['an unknown order', { me: 'Me', date_order: 'hunter2' }, /dmy, mdy, ymd/],
    ['neither true nor false', { me: 'Me', add: 'hunter2' }, /"add" to true or false/],
    ['an unknown field', { me: 'Me', hunter2: 'x' }, /only these fields/],
    ['a long field', { me: 'x'.repeat(201) }, /Shorten "me"/],
  ])('refuses %s', (_, fields, message) => {
    expect(() => readImportRequest(fields)).toThrow(message);
    expect(() => readImportRequest(fields)).not.toThrow(/hunter2/);
  });
});
