import { talk, type ScriptedPerson } from './scripted-person.js';
import { dateOf, tenOClock, weekdayAfter } from './scripted-days.js';

const LIVES = { category: 'location', key: 'lives in', single: true } as const;

/** People whose words come late, who speak of days, and whose plans pass. */
export const IN_TIME: readonly ScriptedPerson[] = [
  {
    kind: 'late old facts',
    name: 'Quinn',
    talks: [
      talk(10, ['I live in Turku'], [{ n: 1, text: 'Lives in Turku', ...LIVES, confidence: 0.95 }]),
      // Caught up from the phone later: said long before.
      talk(700, ['I live in Vaasa'], [{ n: 1, text: 'Lives in Vaasa', ...LIVES, confidence: 0.95 }]),
    ],
    expected: [
      ['active', /Turku/],
      ['closed', /Vaasa/],
    ],
  },
  {
    kind: 'late old facts',
    name: 'Rolf',
    talks: [
      talk(
        10,
        ['Trabajo en Renfe'],
        [{ n: 1, text: 'Trabaja en Renfe', category: 'work', key: 'employer', single: true, confidence: 0.9 }],
      ),
      talk(
        900,
        ['Trabajo en Correos'],
        [
          {
            op: 'contradict',
            n: 1,
            memory: /Renfe/,
            text: 'Trabaja en Correos',
            category: 'work',
            key: 'employer',
            single: true,
            confidence: 0.9,
          },
        ],
      ),
    ],
    expected: [
      ['active', /Renfe/],
      ['closed', /Correos/],
    ],
  },
  {
    kind: 'late old facts',
    name: 'Sia',
    talks: [
      talk(
        20,
        ['My favourite band is Blur'],
        [
          {
            n: 1,
            text: 'Favourite band: Blur',
            category: 'preference',
            key: 'favourite band',
            single: true,
            confidence: 0.9,
          },
        ],
      ),
      talk(
        800,
        ['I have a twin brother', 'my favourite band is Suede'],
        [
          {
            n: 1,
            text: 'Has a twin brother',
            category: 'relationship',
            about: 'other',
            key: 'twin brother',
            confidence: 0.95,
          },
          {
            n: 2,
            text: 'Favourite band: Suede',
            category: 'preference',
            key: 'favourite band',
            single: true,
            confidence: 0.9,
          },
        ],
      ),
    ],
    expected: [
      ['active', /Blur/],
      ['closed', /Suede/],
      ['active', /twin brother/],
    ],
  },
  {
    kind: 'relative dates',
    name: 'Tess',
    talks: [
      talk(
        1,
        ['I have a dentist appointment in two weeks'],
        [
          {
            n: 1,
            text: 'Has a dentist appointment in two weeks',
            category: 'plan',
            key: 'dentist',
            confidence: 0.9,
            from: 'in two weeks',
          },
        ],
      ),
    ],
    expected: [['active', dateOf(tenOClock(1).plus({ weeks: 2 }))]],
  },
  {
    kind: 'relative dates',
    name: 'Uma',
    talks: [
      talk(
        0,
        ['Tengo una entrevista pasado mañana'],
        [
          {
            n: 1,
            text: 'Tiene una entrevista pasado mañana',
            category: 'plan',
            key: 'interview',
            confidence: 0.9,
            from: 'pasado mañana',
          },
        ],
      ),
    ],
    expected: [['active', dateOf(tenOClock(0).plus({ days: 2 }))]],
  },
  {
    kind: 'relative dates',
    name: 'Vic',
    talks: [
      talk(
        0,
        ['Tengo una reunión con el banco el viernes'],
        [
          // A date of the model's own is not taken: it copies words only.
          {
            n: 1,
            text: 'Tiene una reunión con el banco el viernes',
            category: 'plan',
            key: 'bank',
            confidence: 0.9,
            from: 'el viernes',
            until: '2031-01-01',
          },
        ],
      ),
    ],
    expected: [['active', dateOf(weekdayAfter(tenOClock(0), 5))]],
  },
  {
    kind: 'relative dates',
    name: 'Wes',
    talks: [
      talk(
        2,
        ['We are getting married next year', 'I have been a nurse since 2012'],
        [
          {
            n: 1,
            text: 'Is getting married next year',
            category: 'plan',
            key: 'wedding',
            confidence: 0.9,
            from: 'next year',
          },
          { n: 2, text: 'Is a nurse', category: 'work', key: 'job', single: true, confidence: 0.9, from: 'since 2012' },
        ],
      ),
    ],
    expected: [
      ['active', /getting married/],
      ['active', /nurse/],
    ],
  },
  {
    kind: 'plans that end',
    name: 'Yara',
    talks: [
      talk(
        60,
        ['I have an exam next week'],
        [{ n: 1, text: 'Has an exam next week', category: 'plan', key: 'exam', confidence: 0.9, from: 'next week' }],
      ),
    ],
    expected: [['closed', /exam/]],
  },
  {
    kind: 'plans that end',
    name: 'Zac',
    talks: [
      talk(
        50,
        ['Mañana vuelo a Bilbao'],
        [{ n: 1, text: 'Vuela a Bilbao mañana', category: 'plan', key: 'flight', confidence: 0.9, from: 'Mañana' }],
      ),
    ],
    expected: [['closed', /Bilbao/]],
  },
  {
    kind: 'plans that end',
    name: 'Aldo',
    talks: [
      talk(
        3,
        ['I am flying to Bali in three months'],
        [
          {
            n: 1,
            text: 'Is flying to Bali in three months',
            category: 'plan',
            key: 'trip to bali',
            single: true,
            confidence: 0.9,
            from: 'in three months',
          },
        ],
      ),
      talk(
        1,
        ['The trip to Bali is cancelled'],
        [{ op: 'close', n: 1, memory: /Bali/, text: 'The trip to Bali is cancelled', category: 'plan' }],
      ),
    ],
    expected: [['closed', /Bali/]],
  },
  {
    kind: 'plans that end',
    name: 'Bruna',
    talks: [
      talk(
        0,
        ['My surgery is on Tuesday', 'no sorry, I meant Thursday'],
        [
          {
            n: 1,
            text: 'Has surgery on Tuesday',
            category: 'plan',
            key: 'surgery',
            single: true,
            confidence: 0.9,
            from: 'Tuesday',
          },
          {
            n: 2,
            text: 'Has surgery on Thursday',
            category: 'plan',
            key: 'surgery',
            single: true,
            confidence: 0.9,
            from: 'Thursday',
          },
        ],
      ),
    ],
    expected: [
      ['closed', dateOf(weekdayAfter(tenOClock(0), 2))],
      ['active', dateOf(weekdayAfter(tenOClock(0), 4))],
    ],
  },
];
