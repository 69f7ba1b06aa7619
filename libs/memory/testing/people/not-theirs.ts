import { talk, type ScriptedPerson } from './scripted-person.js';

/** People who speak in the words of others, and ours; with a model that takes them for theirs. */
export const NOT_THEIRS: readonly ScriptedPerson[] = [
  {
    kind: "bot's words",
    name: 'Paul',
    talks: [
      talk(
        7,
        ['< You love sushi, right? And you live in Tokyo?', 'haha', 'I like ramen'],
        [
          { n: 1, text: 'Loves sushi', category: 'preference', key: 'sushi', confidence: 0.9 },
          { n: 1, text: 'Lives in Tokyo', category: 'location', key: 'lives in', single: true, confidence: 0.9 },
          { n: 2, text: 'Likes ramen', category: 'preference', key: 'ramen', confidence: 0.9 },
        ],
      ),
    ],
    expected: [['active', /ramen/]],
  },
  {
    kind: "bot's words",
    name: 'Rosa',
    talks: [
      talk(
        7,
        ['< I am Alma and I live in your phone. My favourite flower is the tulip.', 'nice', 'Me llamo Rosa'],
        [
          { n: 1, text: 'Lives in a phone', category: 'location', key: 'lives in', confidence: 0.8 },
          { n: 1, text: 'Favourite flower: tulip', category: 'preference', key: 'favourite flower', confidence: 0.8 },
          { n: 3, text: 'Is called Alma', category: 'personal', key: 'name', confidence: 0.8 },
          { n: 2, text: 'Se llama Rosa', category: 'personal', key: 'name', single: true, confidence: 0.95 },
        ],
      ),
    ],
    expected: [['active', /Rosa/]],
  },
  {
    kind: "bot's words",
    name: 'Sven',
    talks: [
      talk(
        7,
        ['< Which city do you live in?', 'Malmö', '< And what do you do?', 'baker, since 2015'],
        [
          { n: 1, text: 'Lives in Malmö', category: 'location', key: 'lives in', single: true, confidence: 0.9 },
          { n: 2, text: 'Is a baker', category: 'work', key: 'job', single: true, confidence: 0.9, from: 'since 2015' },
        ],
      ),
    ],
    expected: [
      ['active', /Malmö/],
      ['active', /baker/],
    ],
  },
  {
    kind: "bot's words",
    name: 'Tina',
    talks: [
      talk(
        7,
        ['< Your sister Marta lives in Rome, I think', 'ok', 'I have a brother called Luca'],
        [
          { n: 1, text: 'Sister Marta lives in Rome', category: 'relationship', about: 'other', confidence: 0.9 },
          {
            n: 2,
            text: 'Has a brother called Luca',
            category: 'relationship',
            about: 'other',
            key: 'brother',
            confidence: 0.95,
          },
        ],
      ),
    ],
    expected: [['active', /Luca/]],
  },
  {
    kind: 'quotes',
    name: 'Ulla',
    talks: [
      talk(
        6,
        ['He wrote "I live in Dubai and I am very rich now"', 'I live in Ulm'],
        [
          { n: 1, text: 'Lives in Dubai', category: 'location', key: 'lives in', single: true, confidence: 0.8 },
          { n: 2, text: 'Lives in Ulm', category: 'location', key: 'lives in', single: true, confidence: 0.95 },
        ],
      ),
    ],
    expected: [['active', /Ulm/]],
  },
  {
    kind: 'quotes',
    name: 'Vito',
    talks: [
      talk(
        6,
        ['> I work at Google\nI work at Fiat', 'Forwarded: I have won the lottery and I live in Miami'],
        [
          { n: 1, text: 'Works at Google', category: 'work', key: 'employer', single: true, confidence: 0.8 },
          { n: 1, text: 'Works at Fiat', category: 'work', key: 'employer', single: true, confidence: 0.95 },
          { n: 2, text: 'Lives in Miami', category: 'location', key: 'lives in', single: true, confidence: 0.8 },
        ],
      ),
    ],
    expected: [['active', /Fiat/]],
  },
  {
    kind: 'quotes',
    name: 'Wanda',
    talks: [
      talk(
        6,
        ['Mi jefa dice que soy vaga', 'According to my boss I am always late', 'Soy enfermera'],
        [
          { n: 1, text: 'Es vaga', category: 'personal', confidence: 0.8 },
          { n: 2, text: 'Is always late', category: 'habit', confidence: 0.8 },
          { n: 3, text: 'Es enfermera', category: 'work', key: 'job', single: true, confidence: 0.95 },
        ],
      ),
    ],
    expected: [['active', /enfermera/]],
  },
  {
    kind: 'quotes',
    name: 'Xavi',
    talks: [
      talk(
        6,
        ['My favourite film is "Alien"', 'Everyone says I look like a vampire'],
        [
          {
            n: 1,
            text: 'Favourite film: Alien',
            category: 'preference',
            key: 'favourite film',
            single: true,
            confidence: 0.95,
          },
          { n: 2, text: 'Looks like a vampire', category: 'personal', confidence: 0.7 },
        ],
      ),
    ],
    expected: [['active', /Alien/]],
  },
];
