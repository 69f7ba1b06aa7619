import { talk, type ScriptedPerson } from './scripted-person.js';

/** People who do not mean what the words say: irony, "if I had", questions, quotes; and a model that falls for it. */
export const NOT_MEANT: readonly ScriptedPerson[] = [
  {
    kind: 'sarcasm',
    name: 'Finn',
    talks: [
      talk(
        9,
        ['Oh great, I just love waiting for the bus in the rain 🙄', 'I live in Bergen'],
        [
          { n: 1, text: 'Loves waiting for the bus in the rain', category: 'preference', confidence: 0.8 },
          { n: 2, text: 'Lives in Bergen', category: 'location', key: 'lives in', single: true, confidence: 0.95 },
        ],
      ),
    ],
    expected: [['active', /Bergen/]],
  },
  {
    kind: 'sarcasm',
    name: 'Gus',
    talks: [
      talk(
        9,
        ["I'm a millionaire", 'just kidding', 'I work as a plumber'],
        [
          { n: 1, text: 'Is a millionaire', category: 'personal', confidence: 0.8 },
          { n: 3, text: 'Works as a plumber', category: 'work', key: 'job', single: true, confidence: 0.95 },
        ],
      ),
    ],
    expected: [['active', /plumber/]],
  },
  {
    kind: 'sarcasm',
    name: 'Hilda',
    talks: [
      talk(
        9,
        ['Claro que sí, me encanta madrugar los lunes 😂', 'Me encanta el cine mudo'],
        [
          { n: 1, text: 'Le encanta madrugar los lunes', category: 'preference', confidence: 0.8 },
          { n: 2, text: 'Le encanta el cine mudo', category: 'preference', key: 'silent film', confidence: 0.9 },
        ],
      ),
    ],
    expected: [['active', /cine mudo/]],
  },
  {
    kind: 'sarcasm',
    name: 'Igor',
    talks: [
      talk(
        9,
        ['yeah right, I love my boss /s'],
        [{ n: 1, text: 'Loves the boss', category: 'preference', confidence: 0.9 }],
      ),
    ],
    expected: [],
  },
  {
    kind: 'sarcasm',
    name: 'Jana',
    talks: [
      talk(
        9,
        ['Vivo en Marte', 'es broma, vivo en Vigo'],
        [{ n: 1, text: 'Vive en Marte', category: 'location', key: 'lives in', single: true, confidence: 0.8 }],
      ),
      talk(
        8,
        ['Ahora en serio: vivo en Vigo'],
        [{ n: 1, text: 'Vive en Vigo', category: 'location', key: 'lives in', single: true, confidence: 0.9 }],
      ),
    ],
    expected: [['active', /Vigo/]],
  },
  {
    kind: 'hypothetical',
    name: 'Kurt',
    talks: [
      talk(
        8,
        ['If I had a dog I would call him Rex', 'I have a cat called Misha'],
        [
          { n: 1, text: 'Has a dog called Rex', category: 'possession', key: 'dog', confidence: 0.85 },
          { n: 2, text: 'Has a cat called Misha', category: 'possession', key: 'cat', confidence: 0.95 },
        ],
      ),
    ],
    expected: [['active', /Misha/]],
  },
  {
    kind: 'hypothetical',
    name: 'Lara',
    talks: [
      talk(
        8,
        ['Imagine I lived in Paris, with a balcony', 'I wish I had a garden'],
        [
          { n: 1, text: 'Lives in Paris', category: 'location', key: 'lives in', single: true, confidence: 0.8 },
          { n: 2, text: 'Wishes for a garden', category: 'goal', key: 'garden', confidence: 0.8 },
        ],
      ),
    ],
    expected: [['active', /garden/]],
  },
  {
    kind: 'hypothetical',
    name: 'Mara',
    talks: [
      talk(
        8,
        ['Si tuviera dinero me compraría una casa en Cádiz', 'Quiero aprender a tocar el violín'],
        [
          { n: 1, text: 'Tiene una casa en Cádiz', category: 'possession', confidence: 0.8 },
          { n: 2, text: 'Quiere aprender a tocar el violín', category: 'goal', key: 'violin', confidence: 0.9 },
        ],
      ),
    ],
    expected: [['active', /violín/]],
  },
  {
    kind: 'hypothetical',
    name: 'Nils',
    talks: [
      talk(
        8,
        ['What if I worked at NASA?', 'Do I look like I live in a castle?'],
        [
          { n: 1, text: 'Works at NASA', category: 'work', key: 'employer', single: true, confidence: 0.8 },
          { n: 2, text: 'Lives in a castle', category: 'location', key: 'lives in', single: true, confidence: 0.8 },
        ],
      ),
    ],
    expected: [],
  },
  {
    kind: 'hypothetical',
    name: 'Olga',
    talks: [
      talk(
        8,
        ['¿Tengo cara de vivir en Mónaco?', "I'm moving to Lyon next month, can you believe it?"],
        [
          { n: 1, text: 'Vive en Mónaco', category: 'location', key: 'lives in', single: true, confidence: 0.8 },
          {
            n: 2,
            text: 'Is moving to Lyon next month',
            category: 'plan',
            key: 'move',
            confidence: 0.9,
            from: 'next month',
          },
        ],
      ),
    ],
    expected: [['active', /Lyon/]],
  },
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
