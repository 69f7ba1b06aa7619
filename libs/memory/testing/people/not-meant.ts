import { talk, type ScriptedPerson } from './scripted-person.js';

/** People who do not mean what the words say: irony, and what is only imagined; with a model that falls for it. */
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
];
