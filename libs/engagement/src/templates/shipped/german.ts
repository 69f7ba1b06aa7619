import type { ShippedTexts } from './shipped-texts.js';

export const GERMAN: ShippedTexts = {
  check_in: {
    generic: [
      'Hey! Wie geht es dir? Ich habe gerade an dich gedacht.',
      'Hallo {name}, wie ist es dir in letzter Zeit ergangen?',
      'Ich wollte nur mal Hallo sagen. Wie läuft es bei dir?',
      'Du bist mir heute in den Sinn gekommen. Wie geht es dir?',
      'Hey, was hast du in den letzten Tagen so gemacht?',
    ],
    morning: ['Guten Morgen! Wie startest du in den Tag?', 'Guten Morgen! Was hast du heute vor?'],
    evening: ['Guten Abend! Wie war dein Tag?', 'Hey, wie ist dein Tag heute gelaufen?'],
    'low-mood': [
      'Hey, wie fühlst du dich? Ich habe an dich gedacht.',
      'Wie geht es dir? Hoffentlich schon etwas leichter.',
    ],
    'long-silence': [
      'Wir haben lange nichts voneinander gehört! Wie geht es dir?',
      'Lange nicht geschrieben. Ich hoffe, dir geht es gut!',
    ],
  },
  emotional_support: {
    generic: [
      'Ich hoffe, dir geht es gut. Ich bin da, wenn du reden magst.',
      'Du musst nicht antworten. Du sollst nur wissen, dass du mir wichtig bist.',
      'Wie geht es dir wirklich? Ich habe Zeit zum Zuhören.',
      'Sei heute gut zu dir. Ich bin da, wann immer du magst.',
      'Wenn dich etwas bedrückt, kannst du es mir erzählen.',
    ],
    morning: ['Guten Morgen. Ich hoffe, der Tag ist sanft zu dir.'],
    evening: ['Guten Abend. Wenn der Tag schwer war: Ich höre dir gern zu.'],
    'low-mood': [
      'Ich hoffe, es ist schon etwas leichter. Ich bin da, wenn du reden magst.',
      'Du musst da nicht allein durch. Magst du reden?',
    ],
  },
  memory_reminder: {
    generic: [
      'Ich habe gerade an {memory} gedacht. Wie läuft es?',
      'Was gibt es Neues von {topic}? Erzähl doch mal!',
      'Ich musste gerade an {topic} denken. Und an dich! Wie geht es dir?',
      'Ich habe an unsere Gespräche gedacht. Was gibt es Neues?',
      'Ich denke gern an das, was du mir erzählst. Gibt es Neues?',
      'Unsere letzten Gespräche gehen mir noch nach. Wie geht es dir?',
    ],
    event: [
      'Ich habe an {event} gedacht. Wie war es?',
      'Und, {event}: Wie ist es gelaufen? Ich bin gespannt!',
      'Ich weiß noch, dass das ein wichtiger Tag war. Wie war es?',
    ],
    birthday: [
      'Alles Gute zum Geburtstag, {name}! Hab einen schönen Tag.',
      'Alles Gute zum Geburtstag! Möge das neue Jahr ein gutes werden.',
      'Herzlichen Glückwunsch zum Geburtstag! Genieß deinen Tag.',
    ],
  },
  topic_suggestion: {
    generic: [
      'Hast du in letzter Zeit einen guten Film gesehen? Erzähl mal!',
      'Welches Lied hörst du gerade rauf und runter?',
      'Wenn du jetzt irgendwo sein könntest, wo wäre das?',
      'Was war das Beste, das du diese Woche gegessen hast?',
      'Hast du etwas Gutes gelesen oder gesehen? Ich bin ganz Ohr.',
      'Worüber hast du zuletzt gelacht? Erzähl doch mal.',
      'Wie läuft es mit {topic}? Erzähl doch ein bisschen!',
    ],
    morning: ['Guten Morgen! Worauf freust du dich heute?'],
    evening: ['Guten Abend! Was war heute das Schönste an deinem Tag?'],
  },
};
