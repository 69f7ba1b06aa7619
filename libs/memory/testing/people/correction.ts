import { talk, type ScriptedPerson } from './scripted-person.js';

/** People who take back what they said, or are not sure of it. */
export const CORRECTING: readonly ScriptedPerson[] = [
  {
    kind: 'correction',
    name: 'Zoe',
    talks: [
      talk(
        5,
        ['My birthday is on 5 June', 'sorry, I meant 6 June'],
        [
          { n: 1, text: 'Birthday: 5 June', category: 'personal', key: 'birthday', single: true, confidence: 0.9 },
          { n: 2, text: 'Birthday: 6 June', category: 'personal', key: 'birthday', single: true, confidence: 0.95 },
        ],
      ),
    ],
    expected: [
      ['active', /6 June/],
      ['closed', /5 June/],
    ],
  },
  {
    kind: 'correction',
    name: 'Abel',
    talks: [
      talk(
        5,
        ['Me llamo Abel', 'mi cumpleaños es el 3 de mayo', 'perdón, quise decir el 4 de mayo'],
        [
          { n: 1, text: 'Se llama Abel', category: 'personal', key: 'name', single: true, confidence: 0.95 },
          {
            n: 2,
            text: 'Cumpleaños: el 3 de mayo',
            category: 'personal',
            key: 'birthday',
            single: true,
            confidence: 0.9,
          },
          {
            n: 3,
            text: 'Cumpleaños: el 4 de mayo',
            category: 'personal',
            key: 'birthday',
            single: true,
            confidence: 0.9,
          },
        ],
      ),
    ],
    expected: [
      ['active', /llama Abel/],
      ['active', /4 de mayo/],
      ['closed', /3 de mayo/],
    ],
  },
  {
    kind: 'correction',
    name: 'Bela',
    talks: [
      talk(
        50,
        ['I have two sisters'],
        [{ n: 1, text: 'Has two sisters', category: 'relationship', key: 'sisters', about: 'other', confidence: 0.9 }],
      ),
      talk(
        49,
        ['Actually I have three sisters, I miscounted haha'],
        [
          {
            op: 'contradict',
            n: 1,
            memory: /two sisters/,
            text: 'Has three sisters',
            category: 'relationship',
            key: 'sisters',
            about: 'other',
            confidence: 0.9,
          },
        ],
      ),
    ],
    expected: [
      ['active', /three sisters/],
      ['closed', /two sisters/],
    ],
  },
  {
    kind: 'correction',
    name: 'Carl',
    talks: [
      talk(
        50,
        ['I study physics in Leipzig'],
        [
          {
            n: 1,
            text: 'Studies physics in Leipzig',
            category: 'education',
            key: 'studies',
            single: true,
            confidence: 0.9,
          },
          // A name that nobody said.
          {
            n: 1,
            text: 'Studies at Leipzig University with Professor Braun',
            category: 'education',
            key: 'university',
            confidence: 0.8,
          },
        ],
      ),
      talk(
        48,
        ['No wait, actually I study chemistry'],
        [
          {
            op: 'contradict',
            n: 1,
            memory: /physics/,
            text: 'Studies chemistry',
            category: 'education',
            key: 'studies',
            single: true,
            confidence: 0.9,
          },
        ],
      ),
    ],
    expected: [
      ['active', /chemistry/],
      ['closed', /physics/],
    ],
  },
  {
    kind: 'correction',
    name: 'Dora',
    talks: [
      talk(
        40,
        ["I'm allergic to nuts"],
        [{ n: 1, text: 'Is allergic to nuts', category: 'health', key: 'allergy', importance: 10, confidence: 0.95 }],
      ),
      talk(
        39,
        ['I no longer eat meat'],
        [{ n: 1, text: 'No longer eats meat', category: 'preference', key: 'meat', confidence: 0.9 }],
      ),
    ],
    expected: [
      ['active', /nuts/],
      ['active', /meat/],
    ],
  },
  {
    kind: 'correction',
    name: 'Elio',
    talks: [
      talk(
        33,
        ['Maybe I am from Turin, my family never told me'],
        [{ n: 1, text: 'Is from Turin', category: 'location', key: 'comes from', single: true, confidence: 0.9 }],
      ),
      talk(
        22,
        ['I asked: I am from Turin!'],
        [
          {
            op: 'reinforce',
            n: 1,
            memory: /Turin/,
            text: 'Is from Turin',
            category: 'location',
            key: 'comes from',
            single: true,
            confidence: 0.95,
          },
        ],
      ),
      talk(
        21,
        ['I think I might be a bit lactose intolerant'],
        [{ n: 1, text: 'Is lactose intolerant', category: 'health', key: 'lactose', confidence: 0.8 }],
      ),
    ],
    expected: [
      ['active', /Turin/],
      ['pending', /lactose/],
    ],
  },
];
