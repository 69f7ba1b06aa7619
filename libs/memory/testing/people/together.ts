import { talk, type ScriptedPerson } from './scripted-person.js';

const LIVES = { category: 'location', key: 'lives in', single: true } as const;

/** People who share a name, who speak two languages, and who are in groups. */
export const TOGETHER: readonly ScriptedPerson[] = [
  {
    kind: 'same name',
    name: 'Ana',
    talks: [
      talk(
        6,
        ['Me llamo Ana', 'Vivo en Soria'],
        [
          { n: 1, text: 'Se llama Ana', category: 'personal', key: 'name', single: true, confidence: 0.95 },
          { n: 2, text: 'Vive en Soria', ...LIVES, confidence: 0.95 },
        ],
      ),
    ],
    expected: [
      ['active', /llama Ana/],
      ['active', /Soria/],
    ],
  },
  {
    kind: 'same name',
    name: 'Ana',
    talks: [
      talk(
        5,
        ['My name is Ana', 'I live in Boston'],
        [
          { n: 1, text: 'Is called Ana', category: 'personal', key: 'name', single: true, confidence: 0.95 },
          // The number of a memory that only the other Ana has.
          { op: 'contradict', n: 2, memory: 2, text: 'Lives in Boston', ...LIVES, confidence: 0.95 },
        ],
      ),
    ],
    expected: [
      ['active', /called Ana/],
      ['active', /Boston/],
    ],
  },
  {
    kind: 'same name',
    name: 'Max',
    talks: [
      talk(5, ['I love chess'], [{ n: 1, text: 'Loves chess', category: 'preference', key: 'chess', confidence: 0.9 }]),
    ],
    expected: [['active', /chess/]],
  },
  {
    kind: 'same name',
    name: 'Max',
    talks: [
      talk(4, ['I hate chess'], [{ n: 1, text: 'Hates chess', category: 'preference', key: 'chess', confidence: 0.9 }]),
    ],
    expected: [['active', /chess/]],
  },
  {
    kind: 'two languages',
    name: 'Gina',
    talks: [
      talk(30, ['I live in Valencia'], [{ n: 1, text: 'Lives in Valencia', ...LIVES, confidence: 0.95 }]),
      talk(20, ['Ahora vivo en Murcia'], [{ n: 1, text: 'Vive en Murcia', ...LIVES, confidence: 0.95 }]),
    ],
    expected: [
      ['active', /Murcia/],
      ['closed', /Valencia/],
    ],
  },
  {
    kind: 'two languages',
    name: 'Hugo',
    talks: [
      talk(
        30,
        ['Me encanta el fútbol', 'and I love baking bread'],
        [
          { n: 1, text: 'Le encanta el fútbol', category: 'preference', key: 'football', confidence: 0.9 },
          { n: 2, text: 'Loves baking bread', category: 'preference', key: 'baking', confidence: 0.9 },
        ],
      ),
    ],
    expected: [
      ['active', /fútbol/],
      ['active', /bread/],
    ],
  },
  {
    kind: 'two languages',
    name: 'Inés',
    talks: [
      talk(
        30,
        ['Soy alérgica a las nueces'],
        [
          {
            n: 1,
            text: 'Es alérgica a las nueces',
            category: 'health',
            key: 'allergy',
            importance: 10,
            confidence: 0.95,
          },
        ],
      ),
      talk(
        3,
        ['I am a translator, trabajo en Bruselas'],
        [
          { n: 1, text: 'Is a translator', category: 'work', key: 'job', single: true, confidence: 0.9 },
          { n: 1, text: 'Trabaja en Bruselas', category: 'work', key: 'works in', single: true, confidence: 0.9 },
        ],
      ),
    ],
    expected: [
      ['active', /nueces/],
      ['active', /translator/],
      ['active', /Bruselas/],
    ],
  },
  {
    kind: 'two languages',
    name: 'Joan',
    talks: [
      talk(
        30,
        ['Tengo dos hijos', 'They are called Pol and Nil'],
        [
          {
            n: 1,
            text: 'Tiene dos hijos',
            category: 'relationship',
            about: 'other',
            key: 'children',
            confidence: 0.95,
          },
          {
            n: 2,
            text: 'Hijos Pol y Nil',
            category: 'relationship',
            about: 'other',
            key: 'children names',
            confidence: 0.9,
          },
        ],
      ),
    ],
    expected: [
      ['active', /dos hijos/],
      ['active', /Pol/],
    ],
  },
  {
    kind: 'groups',
    name: 'Kim',
    group: true,
    talks: [
      talk(
        4,
        ['I live in Cork', '@Lou I live in Galway', '@Lou my favourite tea is Assam'],
        [
          { n: 1, text: 'Lives in Cork', ...LIVES, confidence: 0.95 },
          { n: 2, text: 'Lives in Galway', ...LIVES, confidence: 0.95 },
          // Said by another: cited for the wrong one it is not grounded.
          { n: 1, text: 'Favourite tea: Assam', category: 'preference', confidence: 0.9 },
        ],
      ),
    ],
    expected: [['active', /Cork/]],
  },
  {
    kind: 'groups',
    name: 'Lea',
    group: true,
    talks: [
      talk(
        4,
        ['@Moe I have a horse called Luna', 'Luna is beautiful', 'I ride every sunday'],
        [
          { n: 2, text: 'Has a horse called Luna', category: 'possession', key: 'horse', confidence: 0.9 },
          { n: 3, text: 'Rides every sunday', category: 'habit', key: 'riding', confidence: 0.9 },
        ],
      ),
    ],
    expected: [['active', /[Rr]ides? every sunday/]],
  },
];
