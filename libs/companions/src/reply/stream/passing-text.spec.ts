import fc from 'fast-check';

import type { CompletionRequest } from '#llm';

import { classify } from '../../safety/classify/classify.js';
import { harmOf } from '../../safety/guard/harmful-answer.js';
import type { AnswerVerdict } from '../../safety/guard/safety-question.js';
import { LEAK_LETTERS, recitalOf } from '../recital.js';
import { PassingText } from './passing-text.js';
import { streamRules } from './stream-rules.js';

// With the end of a sentence in what makes it a recital.
const SECRET = 'You are Alma. A secretary who looks after the WhatsApp of one person and of those who write to them.';
const request: CompletionRequest = {
  purpose: 'chat',
  system: [{ text: `${SECRET}\nBe kind.`, stable: true }],
  messages: [{ role: 'user', content: 'hi' }],
};
const verdict: AnswerVerdict = {
  ...{ kind: 'answer', nsfwLevel: 0, conversation: { level: 0, at: new Date(0) }, ceiling: 3, child: false },
};
const gate = (): PassingText => new PassingText(streamRules(request, verdict));

/** What leaves when `text` comes in pieces that end at `cuts`. */
function streamed(text: string, cuts: readonly number[]): string {
  const passing = gate();
  const ends = [...new Set([...cuts.map((cut) => cut % (text.length + 1)), text.length])].sort((a, b) => a - b);
  let said = '';
  let from = 0;
  for (const end of ends) {
    said += passing.push(text.slice(from, end));
    from = end;
  }
  expect(passing.passed).toBe(said);
  return said;
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const letters = (text: string): number[] => Array.from(text, (_, at) => at);
const TAIL = ' And so on, and so on, until the end of what there is to say about it today.';

describe('what of an answer may be seen while it is written', () => {
  it('is whole sentences, and not the last words', () => {
    const text = `One thing. Another thing! 3.5 of them${TAIL}`;
    expect(streamed(text, letters(text))).toBe('One thing. Another thing!');
  });

  it.each([
    ['a recital', `Well. ${SECRET}${TAIL}`, 'Well.'],
    ['one from the middle', `Well. ${SECRET.slice(14)}${TAIL}`, 'Well.'],
    ['one in capitals with wide gaps', `Well. ${SECRET.toUpperCase().replaceAll(' ', ' \n ')}${TAIL}`, 'Well.'],
    ['one letter by letter', `Well. ${Array.from(SECRET).join(' ')}${TAIL}`, 'Well.'],
    ['urging to harm oneself', `I see. You should just kill yourself. Nobody will miss you.${TAIL}`, ''],
    ['what is above the ceiling', `Fine. I want to fuck you, send nudes.${TAIL}`, ''],
    ['a claim to be a person', `Hello. I am a real person.${TAIL}`, ''],
  ])('is nothing of %s', (_, text, most) => {
    const seen = streamed(text, letters(text));
    expect(text.startsWith(seen)).toBe(true);
    expect(seen.length).toBeLessThanOrEqual(Math.max(most.length, seen === '' ? 0 : text.indexOf('. ') + 1));
    expect(streamed(text, [])).toBe('');
  });

  it('is nothing before what is known already to be bad', () => {
    const known = 'Well then. You should just kill yourself, and that is all that I have to say about it ';
    expect(gate().push(known)).toBe('');
    expect(gate().push(known.replace('kill', 'help'))).toBe('Well then.');
  });

  it('is nothing that only what comes later would excuse', () => {
    const known = 'I imagine your naked breasts. So says the doctor in the hospital to the patient, now and then ';
    expect(classify(known).nsfwLevel).toBeLessThanOrEqual(3);
    expect(gate().push(known)).toBe('');
    expect(gate().push(known.replace('naked breasts', 'new glasses'))).toBe('I imagine your new glasses.');
  });

  it('is nothing more, once something was not to be seen', () => {
    const passing = gate();
    const bad = `I see. You should just kill yourself.${TAIL}`;
    passing.push(bad);
    expect(passing.push(' A harmless sentence. '.repeat(20))).toBe('');
  });

  it('is no half character, and no more than an answer may have', () => {
    const text = '😀 yes. '.repeat(2_000);
    const seen = streamed(text, [1, 2, 3, 101, 4_001, 9_000]);
    expect(seen.isWellFormed()).toBe(true);
    expect(seen.length).toBeLessThanOrEqual(4_000);
  });

  const sentence = fc.constantFrom(
    ...['Hello there. ', 'How are you?\n', 'That is nice! ', 'I like tea… ', 'Be kind. ', '好的。', '😘 ', '\n\n'],
    ...[SECRET, `${SECRET} `, SECRET.slice(0, 59), 'I am a real person. ', 'kill yourself. ', 'send nudes, fuck me! '],
    ...[SECRET.slice(30), SECRET.toUpperCase(), Array.from(SECRET).join('. '), SECRET.replaceAll(' ', '\n')],
    ...['You should ', 'just die. ', 'sex ', 'x'.repeat(70), '\u0000', 'go '],
  );

  it('passes every check, wherever the text is cut, and holds no letter of a recital', () => {
    const text = fc.array(sentence, { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 40 }), (written, cuts) => {
        const seen = streamed(written, cuts);
        const readable = written.replaceAll('\u0000', '').trimStart();
        expect(readable.startsWith(seen)).toBe(true);
        expect(harmOf(seen)).toBeNull();
        expect(classify(seen).nsfwLevel).toBeLessThanOrEqual(3);
        const recital = bare(readable).indexOf(bare(SECRET).slice(0, LEAK_LETTERS));
        if (recital >= 0) expect(bare(seen).length).toBeLessThanOrEqual(recital);
        expect(recitalOf(request)(seen)).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });
});
