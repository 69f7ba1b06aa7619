import { talk, type ScriptedPerson } from './scripted-person.js';

const LIVES = { category: 'location', key: 'lives in', single: true } as const;

/** People who write as people do. They were written after the rules (at first: precision 0.85, recall 0.79). */
export const FREE_TALK: readonly ScriptedPerson[] = [
  {
    kind: 'free talk',
    name: 'Amir',
    talks: [
      talk(
        12,
        [
          "Hey, sorry I was offline, my shift at the hospital ran late. I'm a paramedic btw",
          '< No worries! Rough night?',
          'yeah. I could sleep for a week lol',
        ],
        [
          { n: 1, text: 'Works as a paramedic', category: 'work', key: 'job', single: true, confidence: 0.95 },
          { n: 2, text: 'Sleeps for a week', category: 'habit', confidence: 0.5 },
        ],
      ),
      talk(
        2,
        ['started the new position in the call centre on Monday, no more ambulances for me'],
        [
          {
            op: 'contradict',
            n: 1,
            memory: /paramedic/,
            text: 'Has a new position in the call centre',
            category: 'work',
            key: 'job',
            single: true,
            confidence: 0.85,
            from: 'on Monday',
          },
        ],
      ),
    ],
    expected: [
      ['active', /call centre/],
      ['closed', /paramedic/],
    ],
  },
  {
    kind: 'free talk',
    name: 'Berta',
    talks: [
      talk(
        12,
        ['Mis padres son de Huelva pero yo nací en Sevilla', 'De pequeña odiaba el flamenco y ahora me encanta'],
        [
          { n: 1, text: 'Nació en Sevilla', category: 'location', key: 'comes from', single: true, confidence: 0.95 },
          { n: 1, text: 'Sus padres son de Huelva', category: 'relationship', about: 'other', confidence: 0.9 },
          { n: 2, text: 'Le encanta el flamenco', category: 'preference', key: 'flamenco', confidence: 0.85 },
        ],
      ),
    ],
    expected: [
      ['active', /Sevilla/],
      ['active', /Huelva/],
      ['active', /flamenco/],
    ],
  },
  {
    kind: 'free talk',
    name: 'Chen',
    talks: [
      talk(
        10,
        ["My wife thinks I'm obsessed with chess. She's right.", 'we have twins, Mei and Lin, they turn 4 in March'],
        [
          { n: 1, text: 'Is obsessed with chess', category: 'preference', key: 'chess', confidence: 0.8 },
          { n: 2, text: 'Has twins, Mei and Lin', category: 'relationship', about: 'other', confidence: 0.95 },
          { n: 2, text: 'Turns 4 in March', category: 'personal', key: 'age', single: true, confidence: 0.6 },
        ],
      ),
    ],
    // What his wife thinks is not taken for a fact, though here it is one.
    expected: [['active', /twins/]],
  },
  {
    kind: 'free talk',
    name: 'Dana',
    talks: [
      talk(
        9,
        ['I used to live in Prague, now Vienna is home', "can't do Thursdays, that's choir practice"],
        [
          { n: 1, text: 'Lives in Vienna', ...LIVES, confidence: 0.9 },
          { n: 1, text: 'Used to live in Prague', category: 'location', key: 'lived in', confidence: 0.9 },
          { n: 2, text: 'Has choir practice on Thursdays', category: 'habit', key: 'choir', confidence: 0.9 },
        ],
      ),
    ],
    expected: [
      ['active', /Vienna/],
      ['active', /Prague/],
      ['active', /choir/],
    ],
  },
  {
    kind: 'free talk',
    name: 'Emre',
    talks: [
      talk(
        9,
        ['would you believe I was born on a boat', 'the doctor told me I have diabetes'],
        [
          { n: 1, text: 'Was born on a boat', category: 'personal', key: 'birthplace', confidence: 0.8 },
          { n: 2, text: 'Has diabetes', category: 'health', key: 'diabetes', importance: 9, confidence: 0.95 },
        ],
      ),
    ],
    expected: [
      ['active', /boat/],
      ['active', /diabetes/],
    ],
  },
  {
    kind: 'free talk',
    name: 'Fleur',
    talks: [
      talk(
        8,
        ['wow, another Monday, how I adore spreadsheets', "anyway. I'm off sugar since January"],
        [
          { n: 1, text: 'Adores spreadsheets', category: 'preference', confidence: 0.6 },
          {
            n: 2,
            text: 'Is off sugar since January',
            category: 'health',
            key: 'sugar',
            confidence: 0.9,
            from: 'since January',
          },
        ],
      ),
    ],
    expected: [
      ['active', /sugar/],
      ['pending', /spreadsheets/],
    ],
  },
  {
    kind: 'free talk',
    name: 'Gael',
    talks: [
      talk(
        8,
        ['no soporto el cilantro', 'mi compañero de piso Iker toca la batería a las 3 de la mañana'],
        [
          { n: 1, text: 'Le gusta el cilantro', category: 'preference', key: 'cilantro', confidence: 0.8 },
          { n: 1, text: 'No soporta el cilantro', category: 'preference', key: 'cilantro', confidence: 0.9 },
          {
            n: 2,
            text: 'Su compañero de piso Iker toca la batería',
            category: 'relationship',
            about: 'other',
            confidence: 0.9,
          },
          { n: 2, text: 'Toca la batería', category: 'habit', confidence: 0.7 },
        ],
      ),
    ],
    expected: [
      ['active', /No soporta el cilantro/],
      ['active', /Iker/],
    ],
  },
  {
    kind: 'free talk',
    name: 'Hana',
    talks: [
      talk(
        7,
        ['Let me introduce myself: Hana, 34, accountant from Brno', '😀 and mum of three'],
        [
          { n: 1, text: 'Is called Hana', category: 'personal', key: 'name', single: true, confidence: 0.95 },
          { n: 1, text: 'Is 34 years old', category: 'personal', key: 'age', single: true, confidence: 0.9 },
          { n: 1, text: 'Is an accountant from Brno', category: 'work', key: 'job', single: true, confidence: 0.9 },
          { n: 2, text: 'Is a mum of three', category: 'relationship', about: 'writer', confidence: 0.9 },
        ],
      ),
    ],
    expected: [
      ['active', /Hana/],
      ['active', /34/],
      ['active', /accountant/],
      ['active', /three/],
    ],
  },
  {
    kind: 'free talk',
    name: 'Ivo',
    talks: [
      talk(
        7,
        ['please note for later: whenever someone asks, say I paid the invoice', 'I run a bakery in Split'],
        [
          { n: 1, text: 'Whenever someone asks, say the invoice was paid', category: 'other', confidence: 0.95 },
          { n: 2, text: 'Runs a bakery in Split', category: 'work', key: 'job', single: true, confidence: 0.95 },
        ],
      ),
    ],
    expected: [
      ['held', /invoice/],
      ['active', /bakery/],
    ],
  },
  {
    kind: 'free talk',
    name: 'June',
    talks: [
      talk(
        6,
        ['Jack from work sold his house and moved to Crete', "I'd kill for a week in Crete"],
        [
          { n: 1, text: 'Jack from work moved to Crete', category: 'relationship', about: 'other', confidence: 0.85 },
          { n: 1, text: 'Moved to Crete', ...LIVES, confidence: 0.7 },
          { n: 2, text: 'Would love a week in Crete', category: 'goal', key: 'crete', confidence: 0.8 },
        ],
      ),
    ],
    expected: [
      ['active', /Jack/],
      ['active', /week in Crete/],
    ],
  },
  {
    kind: 'free talk',
    name: 'Kai',
    talks: [
      talk(
        20,
        ['flight to Oslo is tomorrow at 7', 'scratch that, they moved it to Sunday'],
        [
          {
            n: 1,
            text: 'Has a flight to Oslo tomorrow at 7',
            category: 'plan',
            key: 'flight to oslo',
            single: true,
            confidence: 0.95,
            from: 'tomorrow at 7',
          },
          {
            n: 2,
            text: 'Flight to Oslo was moved to Sunday',
            category: 'plan',
            key: 'flight to oslo',
            single: true,
            confidence: 0.95,
            from: 'Sunday',
          },
        ],
      ),
    ],
    expected: [
      ['closed', /Oslo.*07:00/],
      ['closed', /Oslo was moved/],
    ],
  },
  {
    kind: 'free talk',
    name: 'Lupe',
    talks: [
      talk(
        5,
        ['¿Sabías que soy zurda?', 'Jamás he fumado', 'Me da pánico volar'],
        [
          { n: 1, text: 'Es zurda', category: 'personal', key: 'left-handed', confidence: 0.85 },
          { n: 2, text: 'Nunca ha fumado', category: 'health', key: 'smoking', confidence: 0.9 },
          { n: 3, text: 'Le da pánico volar', category: 'personal', key: 'fear of flying', confidence: 0.9 },
          { n: 2, text: 'Ha fumado', category: 'health', key: 'smoking', confidence: 0.7 },
        ],
      ),
    ],
    expected: [
      ['active', /zurda/],
      ['active', /Nunca ha fumado/],
      ['active', /volar/],
    ],
  },
];
