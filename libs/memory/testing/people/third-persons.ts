import { talk, type ScriptedPerson } from './scripted-person.js';

const LIVES = { category: 'location', key: 'lives in', single: true } as const;

/** People who speak of others. */
export const SPEAKING_OF_OTHERS: readonly ScriptedPerson[] = [
  {
    kind: 'third persons',
    name: 'Adam',
    talks: [
      talk(
        6,
        ['My sister lives in Rome', 'I live in Turin'],
        [
          {
            n: 1,
            text: 'Sister lives in Rome',
            category: 'relationship',
            key: 'lives in',
            single: true,
            about: 'other',
            confidence: 0.9,
          },
          { n: 1, text: 'Lives in Rome', ...LIVES, confidence: 0.9 },
          { n: 2, text: 'Lives in Turin', ...LIVES, confidence: 0.95 },
        ],
      ),
    ],
    expected: [
      ['active', /[Ss]ister lives in Rome/],
      ['active', /^Lives in Turin/],
    ],
  },
  {
    kind: 'third persons',
    name: 'Bea',
    talks: [
      talk(
        6,
        ['Tom has a parrot that sings', 'My husband is a firefighter'],
        [
          { n: 1, text: 'Has a parrot that sings', category: 'possession', about: 'writer', confidence: 0.9 },
          {
            n: 2,
            text: 'Husband is a firefighter',
            category: 'relationship',
            about: 'other',
            key: 'husband job',
            confidence: 0.95,
          },
          { n: 2, text: 'Is a firefighter', category: 'work', key: 'job', single: true, confidence: 0.9 },
        ],
      ),
    ],
    expected: [['active', /[Hh]usband is a firefighter/]],
  },
  {
    kind: 'third persons',
    name: 'Cloe',
    talks: [
      talk(
        6,
        ['Mi hermana es vegana', 'Mi madre trabaja en un banco', 'yo como de todo'],
        [
          { n: 1, text: 'Es vegana', category: 'health', key: 'diet', confidence: 0.9 },
          { n: 1, text: 'Su hermana es vegana', category: 'relationship', about: 'other', confidence: 0.9 },
          { n: 2, text: 'Su madre trabaja en un banco', category: 'relationship', about: 'other', confidence: 0.9 },
          { n: 3, text: 'Come de todo', category: 'preference', confidence: 0.8 },
        ],
      ),
    ],
    expected: [
      ['active', /[Hh]ermana.*vegana/],
      ['active', /[Mm]adre trabaja en un banco/],
      ['active', /Come de todo/],
    ],
  },
  {
    kind: 'third persons',
    name: 'Dean',
    talks: [
      talk(
        6,
        ['She is allergic to cats', 'He moved to Oslo', 'I have a son called Tim'],
        [
          { n: 1, text: 'Is allergic to cats', category: 'health', confidence: 0.9 },
          { n: 2, text: 'Moved to Oslo', ...LIVES, confidence: 0.9 },
          { n: 3, text: 'Has a son called Tim', category: 'relationship', about: 'other', confidence: 0.95 },
        ],
      ),
    ],
    expected: [['active', /Tim/]],
  },
  {
    kind: 'third persons',
    name: 'Elsa',
    talks: [
      talk(
        6,
        ['My friend Jo got a new job at Ikea', 'my dog is called Balu'],
        [
          { n: 1, text: 'Friend Jo got a new job at Ikea', category: 'relationship', about: 'other', confidence: 0.85 },
          { n: 1, text: 'Works at Ikea', category: 'work', key: 'employer', single: true, confidence: 0.7 },
          { n: 2, text: 'Dog is called Balu', category: 'possession', key: 'dog name', confidence: 0.95 },
        ],
      ),
    ],
    expected: [
      ['active', /Ikea/],
      ['active', /Balu/],
    ],
  },
  {
    kind: 'third persons',
    name: 'Faye',
    talks: [
      talk(
        6,
        ['My brother and I moved to Leeds', 'my grandma is 90'],
        [
          { n: 1, text: 'Moved to Leeds with the brother', ...LIVES, confidence: 0.9 },
          { n: 2, text: 'Is 90 years old', category: 'personal', key: 'age', single: true, confidence: 0.9 },
          { n: 2, text: 'Grandma is 90', category: 'relationship', about: 'other', confidence: 0.9 },
        ],
      ),
    ],
    expected: [
      ['active', /Leeds/],
      ['active', /Grandma/],
    ],
  },
];
