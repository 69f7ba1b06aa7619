import type { SpokenMessage } from '#messaging';

import { openQuestions } from './open-questions.js';

const said = (text: string, author: SpokenMessage['author'] = 'contact'): SpokenMessage => ({
  ...{ id: text, author, senderId: null, senderName: null, kind: 'text', text, sentAt: new Date(0) },
});

describe('openQuestions', () => {
  it.each<[string, readonly SpokenMessage[], readonly SpokenMessage[], readonly string[]]>([
    ['nothing asked', [], [said('hello')], []],
    ['one question needs no reminder', [], [said('how are you?')], []],
    ['two at once', [], [said('how are you? And where is Eva?')], ['how are you?', 'And where is Eva?']],
    [
      'two in several messages',
      [],
      [said('¿qué hora es?'), said('bueno'), said('¿y mañana?')],
      ['¿qué hora es?', '¿y mañana?'],
    ],
    ['one that was not answered', [said('where are you?')], [said('hello')], ['where are you?']],
    ['one that was', [said('where are you?'), said('here', 'assistant')], [said('hello')], []],
    ['the owner answered it', [said('where are you?'), said('here', 'owner')], [said('hello')], []],
    ['the same again', [said('hello?')], [said('hello?')], ['hello?']],
    ['marks without a word', [], [said('???'), said('?')], []],
    ['other marks', [], [said('元気？今どこ？')], ['元気？', '今どこ？']],
    ['five at the most', [], [said('a? b? c? d? e? f? g?')], ['c?', 'd?', 'e?', 'f?', 'g?']],
    ['none that is a novel', [], [said(`${'x'.repeat(300)}? ok? fine?`)], ['ok?', 'fine?']],
  ])('%s', (_, earlier, asked, questions) => {
    expect(openQuestions(earlier, asked)).toEqual(questions);
  });

  it('takes no time over ten megabytes', () => {
    expect(openQuestions([], [said('a'.repeat(10_000_000))])).toEqual([]);
  });
});
