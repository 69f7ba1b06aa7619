import { talk, type ScriptedPerson } from './scripted-person.js';

const LIVES = { category: 'location', key: 'lives in', single: true } as const;

/** People who say something else than before, and who say the same again. */
export const CONTRADICTING: readonly ScriptedPerson[] = [
  {
    kind: 'contradiction',
    name: 'Tara',
    talks: [
      talk(
        60,
        ['my favourite colour is green'],
        [
          {
            n: 1,
            text: 'Favourite colour: green',
            category: 'preference',
            key: 'favourite colour',
            single: true,
            confidence: 0.9,
          },
        ],
      ),
      talk(
        5,
        ['my favourite colour is blue'],
        [
          {
            n: 1,
            text: 'Favourite colour: blue',
            category: 'preference',
            key: 'favourite colour',
            single: true,
            confidence: 0.9,
          },
        ],
      ),
    ],
    expected: [
      ['active', /blue/],
      ['closed', /green/],
    ],
  },
  {
    kind: 'contradiction',
    name: 'Ugo',
    talks: [
      talk(
        90,
        ["I'm a teacher"],
        [{ n: 1, text: 'Is a teacher', category: 'work', key: 'job', single: true, confidence: 0.9 }],
      ),
      talk(
        9,
        ["I'm a gardener now, best decision ever"],
        [
          {
            op: 'contradict',
            n: 1,
            memory: /teacher/,
            text: 'Is a gardener',
            category: 'work',
            key: 'job',
            single: true,
            confidence: 0.9,
          },
        ],
      ),
    ],
    expected: [
      ['active', /gardener/],
      ['closed', /teacher/],
    ],
  },
  {
    kind: 'contradiction',
    name: 'Vera',
    talks: [
      talk(
        90,
        ['Mi comida favorita es la paella'],
        [
          {
            n: 1,
            text: 'Comida favorita: la paella',
            category: 'preference',
            key: 'favourite food',
            single: true,
            confidence: 0.9,
          },
        ],
      ),
      talk(
        9,
        ['Mi comida favorita es el sushi'],
        [
          {
            op: 'contradict',
            n: 1,
            memory: /paella/,
            text: 'Comida favorita: el sushi',
            category: 'preference',
            key: 'favourite food',
            single: true,
            confidence: 0.9,
          },
        ],
      ),
    ],
    expected: [
      ['active', /sushi/],
      ['closed', /paella/],
    ],
  },
  {
    kind: 'contradiction',
    name: 'Walt',
    talks: [
      talk(
        80,
        ['I am vegetarian'],
        [{ n: 1, text: 'Is vegetarian', category: 'health', key: 'diet', single: true, confidence: 0.95 }],
      ),
      // A memory that is not there: the model made its number up. The new fact still counts.
      talk(
        8,
        ['I play the piano every evening'],
        [
          {
            op: 'contradict',
            n: 1,
            memory: 77,
            text: 'Plays the piano every evening',
            category: 'habit',
            key: 'piano',
            confidence: 0.9,
          },
        ],
      ),
    ],
    expected: [
      ['active', /vegetarian/],
      ['active', /piano/],
    ],
  },
  {
    kind: 'contradiction',
    name: 'Xena',
    talks: [
      talk(
        70,
        ["I'm single"],
        [
          {
            n: 1,
            text: 'Is single',
            category: 'relationship',
            key: 'relationship status',
            single: true,
            confidence: 0.9,
          },
        ],
      ),
      talk(
        7,
        ["I'm engaged to Leo!"],
        [
          {
            op: 'contradict',
            n: 1,
            memory: /single/,
            text: 'Is engaged to Leo',
            category: 'relationship',
            key: 'relationship status',
            single: true,
            confidence: 0.95,
          },
        ],
      ),
    ],
    expected: [
      ['active', /engaged/],
      ['closed', /single/],
    ],
  },
  {
    kind: 'contradiction',
    name: 'Yann',
    talks: [
      talk(40, ['I live in Ghent'], [{ n: 1, text: 'Lives in Ghent', ...LIVES, confidence: 0.95 }]),
      // Said again: known better, not twice.
      talk(
        20,
        ['yes, I live in Ghent'],
        [{ op: 'reinforce', n: 1, memory: /Ghent/, text: 'Lives in Ghent', ...LIVES, confidence: 0.95 }],
      ),
      talk(10, ['Greetings from Ghent, where I live'], [{ n: 1, text: 'Lives in Ghent', ...LIVES, confidence: 0.95 }]),
    ],
    expected: [['active', /Ghent/]],
  },
];
