import { talk, type ScriptedPerson } from './scripted-person.js';

const LIVES = { category: 'location', key: 'lives in', single: true } as const;

/** People who speak of others, who share a name, who speak two languages, and groups. */
export const AROUND: readonly ScriptedPerson[] = [
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
