import { talk, type ScriptedPerson } from './scripted-person.js';

const LIVES = { category: 'location', key: 'lives in', single: true } as const;
const JOB = { category: 'work', key: 'employer', single: true } as const;

/** People whose life changes, who take things back, and who say the same again. */
export const CHANGING: readonly ScriptedPerson[] = [
  {
    kind: 'drift',
    name: 'Nora',
    talks: [
      talk(300, ['Hi! I live in Porto'], [{ n: 1, text: 'Lives in Porto', ...LIVES, confidence: 0.95 }]),
      talk(
        120,
        ['I moved to Lisbon last week'],
        [
          {
            op: 'contradict',
            n: 1,
            memory: /Porto/,
            text: 'Lives in Lisbon',
            ...LIVES,
            confidence: 0.95,
            from: 'last week',
          },
        ],
      ),
    ],
    expected: [
      ['active', /Lisbon/],
      ['closed', /Porto/],
    ],
  },
  {
    kind: 'drift',
    name: 'Otto',
    talks: [
      talk(400, ['I work at Siemens'], [{ n: 1, text: 'Works at Siemens', ...JOB, confidence: 0.9 }]),
      talk(
        200,
        ['I quit my job'],
        [{ op: 'close', n: 1, memory: /Siemens/, text: 'No longer works at Siemens', category: 'work' }],
      ),
      talk(30, ['I just started working at Bosch'], [{ n: 1, text: 'Works at Bosch', ...JOB, confidence: 0.9 }]),
    ],
    expected: [
      ['active', /Bosch/],
      ['closed', /Siemens/],
    ],
  },
  {
    kind: 'drift',
    name: 'Pia',
    talks: [
      talk(
        300,
        ['I love coffee'],
        [
          {
            n: 1,
            text: 'Loves coffee',
            category: 'preference',
            key: 'feeling about coffee',
            single: true,
            confidence: 0.9,
          },
        ],
      ),
      talk(
        20,
        ["I don't like coffee any more"],
        [
          {
            op: 'contradict',
            n: 1,
            memory: /coffee/,
            text: 'Does not like coffee any more',
            category: 'preference',
            key: 'feeling about coffee',
            single: true,
            confidence: 0.9,
          },
        ],
      ),
    ],
    expected: [
      ['active', /not like coffee/],
      ['closed', /Loves? coffee|Likes coffee/],
    ],
  },
  {
    kind: 'drift',
    name: 'Quim',
    talks: [
      talk(
        500,
        ['Vivo en Girona y trabajo de camarero'],
        [
          { n: 1, text: 'Vive en Girona', ...LIVES, confidence: 0.95 },
          { n: 1, text: 'Trabaja de camarero', category: 'work', key: 'job', single: true, confidence: 0.9 },
        ],
      ),
      talk(
        100,
        ['Ya no vivo en Girona'],
        [{ op: 'close', n: 1, memory: /Girona/, text: 'Ya no vive en Girona', category: 'location' }],
      ),
    ],
    expected: [
      ['closed', /Vive en Girona/],
      ['active', /camarero/],
    ],
  },
  {
    kind: 'drift',
    name: 'Rita',
    talks: [
      talk(
        200,
        ['I have a girlfriend called Eva'],
        [
          {
            n: 1,
            text: 'Has a girlfriend called Eva',
            category: 'relationship',
            key: 'girlfriend',
            about: 'other',
            confidence: 0.95,
          },
        ],
      ),
      talk(
        10,
        ['we broke up yesterday'],
        [
          {
            op: 'close',
            n: 1,
            memory: /Eva/,
            text: 'No longer together with Eva',
            category: 'relationship',
            until: 'yesterday',
          },
        ],
      ),
    ],
    expected: [['closed', /Eva/]],
  },
  {
    kind: 'drift',
    name: 'Saul',
    talks: [
      talk(
        200,
        ['Tengo un perro que se llama Toby'],
        [{ n: 1, text: 'Tiene un perro que se llama Toby', category: 'possession', key: 'dog', confidence: 0.95 }],
      ),
      talk(
        10,
        ['mi perro murió ayer'],
        [{ op: 'close', n: 1, memory: /Toby/, text: 'Su perro Toby murió', category: 'possession', until: 'ayer' }],
      ),
    ],
    expected: [['closed', /Toby/]],
  },
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
