import { talk, type ScriptedPerson } from './scripted-person.js';

const LIVES = { category: 'location', key: 'lives in', single: true } as const;
const JOB = { category: 'work', key: 'employer', single: true } as const;

/** People whose life changes. */
export const DRIFTING: readonly ScriptedPerson[] = [
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
];
