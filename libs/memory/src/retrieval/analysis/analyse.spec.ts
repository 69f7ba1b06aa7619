import { TURN_SIGNS } from '../index/turn-features.js';
import { analyse, analyseQuery } from './analyse.js';
import { wantedSign } from './text-signs.js';

describe('analyse', () => {
  it.each([
    ['She bought two bicycles', 'buying a bike'],
    ['we went home', 'go home'],
    ["Ana's children", 'a child'],
    ['he was running', 'runs'],
    ['unas canciones preciosas', 'la canción'],
    ['fuimos al cine', 'ir al cine'],
    ['los perros', 'el perro'],
  ])('%j and %j share a word', (one, other) => {
    const tokens = analyse(one).tokens;
    const words = analyseQuery(other).words;
    expect(words.some(({ token, spanish }) => tokens.has(token) || (spanish !== null && tokens.has(spanish)))).toBe(
      true,
    );
  });

  it.each([
    ['Which pets does she have?', 'our beagle and a hamster'],
    ['Which instrument does he play?', 'I practise the piano'],
    ['¿Qué mascota tiene?', 'a dog, since May'],
    ['What is her job?', 'I am a nurse'],
    ['What countries did he visit?', 'we flew to Italy'],
  ])('%j names a topic that is in %j', (question, text) => {
    const tokens = analyse(text).tokens;
    expect(analyseQuery(question).named.some((topic) => tokens.has(topic))).toBe(true);
  });

  it.each([
    ['I saw it yesterday', ['time']],
    ['Is it far?', ['asks', 'hasQuestion']],
    ['Is it far? I like it', ['hasQuestion']],
    ['we have three cats', ['number']],
    ['I read "Dune"', ['title']],
    ['we met in Lisbon', ['name']],
    ['el verano pasado', ['time']],
    ['ok', []],
  ] as [string, (keyof typeof TURN_SIGNS)[]][])('%j has the signs %j', (text, signs) => {
    expect(analyse(text).signs).toBe(signs.reduce((sum, sign) => sum | TURN_SIGNS[sign], 0));
  });

  it.each([
    ['When was that?', 'time'],
    ['¿Cuándo fue?', 'time'],
    ['How many are there?', 'number'],
    ['¿Cuántos hay?', 'number'],
    ['Which movie was it?', 'title'],
    ['Who came?', 'name'],
    ['¿Dónde está?', 'name'],
    ['Is it good?', null],
  ] as [string, keyof typeof TURN_SIGNS | null][])('%j wants %j', (question, sign) => {
    expect(wantedSign(question)).toBe(sign === null ? 0 : TURN_SIGNS[sign]);
  });

  it('reads no more of a long text than is worth it, and nothing of none', () => {
    expect(analyse(Array.from({ length: 5_000 }, (_, place) => `word${place}`).join(' ')).length).toBe(400);
    expect(analyse('👍 …').tokens.size).toBe(0);
  });

  it('leaves out the names of those who speak', () => {
    expect(analyseQuery('What does Ana like?', new Set(['ana'])).words.map(({ word }) => word)).toEqual(['like']);
  });
});
