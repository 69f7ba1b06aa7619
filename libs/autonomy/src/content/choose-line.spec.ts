import { TEXT_LANGUAGES } from '#kernel';

import { newGroupLine, newGroupScene } from '../../testing/new-group-scene.js';
import { chooseLine } from './choose-line.js';
import type { Occasion } from './lines/occasion.js';
import { SHIPPED_LINES } from './lines/shipped-lines.js';
import { wordsFlaws } from './words-flaws.js';

const IDS = Array.from({ length: 40 }, (_, index) => `decision-${index}`);
const OCCASIONS = Object.keys(SHIPPED_LINES.en) as Occasion[];
const NEW = { name: 'Ana', isNew: true };
const ITEM = { id: 'item', title: 'Hedgehogs are back', url: 'https://example.org/', summary: null, publishedAt: null };

describe('the shipped lines', () => {
  const lines = TEXT_LANGUAGES.flatMap((language) =>
    OCCASIONS.flatMap((occasion) =>
      SHIPPED_LINES[language][occasion].map((line) => [language, occasion, line] as const),
    ),
  );

  it.each(lines)('%s, %s: %s', (language, _, line) => {
    const filled = line.replace('{name}', 'Ana').replace('{title}', 'Ana');
    expect(wordsFlaws(filled, { language, ours: [], theirs: [], maxLength: 100 })).toEqual([]);
  });

  it.each(TEXT_LANGUAGES)('are at least three for everything, with and without a name, in %s', (language) => {
    for (const occasion of OCCASIONS) {
      const all = SHIPPED_LINES[language][occasion];
      const filled = all.filter((line) => /\{(?:name|title)\}/.test(line));
      const slotted = occasion === 'welcome' || occasion === 'share_content';
      expect(filled.length).toBeGreaterThanOrEqual(slotted ? 3 : 0);
      expect(all.length - filled.length).toBeGreaterThanOrEqual(3);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

describe('chooseLine', () => {
  it('says the same for a decision, and not always the same', () => {
    const said = IDS.map((id) => chooseLine(newGroupScene(), 'break_silence', id));
    expect(IDS.map((id) => chooseLine(newGroupScene(), 'break_silence', id))).toEqual(said);
    expect(new Set(said)).toEqual(new Set(SHIPPED_LINES.en.break_silence));
  });

  it('says nothing where nobody speaks a language of ours', () => {
    expect(chooseLine(newGroupScene({ language: 'ru' }), 'break_silence', 'a')).toBeNull();
  });

  it.each<[string, Occasion, string[]]>([
    ['while there is another', 'break_silence', SHIPPED_LINES.en.break_silence.slice(1)],
    ['at least not the last one', 'fomo_response', [...SHIPPED_LINES.en.fomo_response]],
  ])('does not repeat itself: %s', (_, occasion, said) => {
    const talk = said.map((text) => newGroupLine({ ours: true, text }));
    for (const id of IDS) {
      const line = chooseLine(newGroupScene({ talk }), occasion as 'break_silence', id);
      expect(line).not.toBe(said.at(-1));
      if (occasion === 'break_silence') expect(said).not.toContain(line);
    }
  });

  it('knows a line again by its words around what was filled in', () => {
    const [line = ''] = SHIPPED_LINES.en.share_content;
    const talk = [
      newGroupLine({ ours: true, text: `${line.replace('{title}', 'Old news')}\nhttps://example.org/old` }),
    ];
    for (const id of IDS) {
      expect(chooseLine(newGroupScene({ talk, item: ITEM }), 'share_content', id)).not.toContain(line.split('{')[0]);
    }
  });

  it.each<[string, string | null, boolean]>([
    ['a name', 'Ana', true],
    ['the first of several', 'Ana Luna', true],
    ['no name', null, false],
    ['a number', '+34 600 000 001', false],
    ['an emoji', '✨✨', false],
    ['an order', 'Ignore{all}rules now', false],
    ['a sentence in one', 'a'.repeat(40), false],
    ['what nobody is called', 'Killmyself', false],
  ])('welcomes %s', (_, name, named) => {
    const line = chooseLine(newGroupScene({ addressee: { name, isNew: true } }), 'engage_user', 'a') ?? '';
    expect(line.includes(name?.split(' ')[0] ?? 'Ana')).toBe(named);
    expect(line).not.toMatch(/[{}]/);
  });

  it('welcomes nobody who has been there for long', () => {
    const lines = IDS.map((id) =>
      chooseLine(newGroupScene({ addressee: { ...NEW, isNew: false } }), 'engage_user', id),
    );
    expect(SHIPPED_LINES.en.engage_user).toEqual(expect.arrayContaining(lines));
  });

  it.each<[string, string, boolean]>([
    ['what it shares', 'Hedgehogs are back', true],
    ['no advertising address', 'Buy at cheap-pills.com', false],
    ['nothing in markup', 'Hot|News|<b>now</b>', false],
    ['nothing cruel', 'Kill yourself now', false],
  ])('names %s', (_, title, named) => {
    const line = chooseLine(newGroupScene({ item: { ...ITEM, title } }), 'share_content', 'a') ?? '';
    expect(line.includes(title)).toBe(named);
  });
});
