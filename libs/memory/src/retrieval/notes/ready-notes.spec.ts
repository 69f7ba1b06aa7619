import { noteIndex } from '../ranking/rank-notes.js';
import { ReadyNotes, type IndexedNotes, type TextNote } from './ready-notes.js';

interface Source {
  readonly id: string;
}

describe('ReadyNotes', () => {
  let made: number;
  const a = { id: 'a' };
  const b = { id: 'b' };

  beforeEach(() => {
    made = 0;
  });

  function make(sources: readonly Source[]): IndexedNotes {
    made += 1;
    const notes = sources.map(({ id }): TextNote => ({
      id,
      kind: 'fact',
      chatId: null,
      text: id,
      at: new Date(0),
      importance: 5,
    }));
    return { notes, index: noteIndex(notes, () => ({ signs: 0, length: 1, tokens: [{ key: 1, count: 1 }] })) };
  }

  it.each<[string, readonly Source[], number]>([
    ['the same list', [a, b], 1],
    ['one that has grown', [a, b, { id: 'c' }], 2],
    ['one that has shrunk', [a], 2],
    ['another order', [b, a], 2],
    ['another object that reads the same', [a, { id: 'b' }], 2],
    ['nothing', [], 2],
  ])('makes them anew when something has changed: %s', (_, sources, times) => {
    const ready = new ReadyNotes();
    ready.of('ana', [a, b], make);
    const { notes, index } = ready.of('ana', sources, make);
    expect(notes.map(({ id }) => id)).toEqual(sources.map(({ id }) => id));
    expect(index.size).toBe(sources.length);
    expect(made).toBe(times);
  });

  it('gives nobody what is another one’s', () => {
    const ready = new ReadyNotes();
    ready.of('ana', [a], make);
    expect(ready.of('ben', [b], make).notes).toMatchObject([{ id: 'b' }]);
    expect(ready.of('ana', [a], make).notes).toMatchObject([{ id: 'a' }]);
    expect(made).toBe(2);
  });
});
