import fc from 'fast-check';

import { splitReply } from './split-reply.js';

const sentence = 'This is a sentence of exactly that length, more or less, you know. ';

describe('splitReply', () => {
  it.each<[string, string, readonly string[]]>([
    ['one line stays one', 'Hi!', ['Hi!']],
    ['paragraphs are messages', 'Hi Ana!\n\nHow was it?\n \nTell me.', ['Hi Ana!', 'How was it?', 'Tell me.']],
    ['lines are not', 'One\ntwo\nthree', ['One\ntwo\nthree']],
    [
      'a list stays with what introduces it',
      'You need:\n\n- milk\n\n- eggs\n\nThat is all.',
      ['You need:\n\n- milk\n\n- eggs', 'That is all.'],
    ],
    ['code stays whole', '```\na\n\nb\n```\n\nDone.', ['```\na\n\nb\n```', 'Done.']],
    ['white space alone is what it is', ' ', [' ']],
    ['five become four', 'aaaa\n\nb\n\nc\n\ndddd\n\neeee', ['aaaa', 'b\n\nc', 'dddd', 'eeee']],
  ])('%s', (_, text, parts) => {
    expect(splitReply(text)).toEqual(parts);
  });

  it('says a long paragraph in several messages, each of whole sentences', () => {
    const parts = splitReply(sentence.repeat(12).trim());
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.length).toBeLessThanOrEqual(4);
    for (const part of parts) expect(part).toMatch(/know\.$/);
  });

  it('does not tear a link', () => {
    const link = `https://example.org/${'a.b?c!'.repeat(100)}end`;
    const parts = splitReply(`${sentence.repeat(4)}${link} ${sentence.repeat(4)}`);
    expect(parts.filter((part) => part.includes(link))).toHaveLength(1);
  });

  it('loses nothing, whatever the text', () => {
    const piece = fc.constantFrom(
      '\n\n',
      '\n',
      ' ',
      sentence,
      '- item\n',
      '```\n',
      'x'.repeat(500),
      '好。',
      '😀',
      '1. one\n',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const parts = splitReply(written);
        expect(parts.join('').replace(/\s/g, '')).toBe(written.replace(/\s/g, ''));
        expect(parts.length).toBeGreaterThan(0);
        expect(parts.length).toBeLessThanOrEqual(4);
        if (written.trim() !== '') for (const part of parts) expect(part.trim()).not.toBe('');
      }),
      { numRuns: 1_000 },
    );
  });
});
