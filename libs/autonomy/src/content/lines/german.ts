import type { ShippedLines } from './occasion.js';

export const GERMAN: ShippedLines = {
  join_conversation: [
    'Ich lese hier mit einem Lächeln mit.',
    'Bei euch ist heute ja richtig was los!',
    'Euch könnte ich den ganzen Tag zuhören.',
    'Hier ist es schöner als überall sonst.',
  ],
  engage_user: [
    'Und wie geht es euch allen heute?',
    'Was war heute das Schönste für euch?',
    'Schön, dass ihr alle hier seid.',
  ],
  welcome: [
    'Willkommen, {name}! Schön, dass du hier bist.',
    'Hallo {name}, wie schön, dass du da bist!',
    'Hallo {name}, fühl dich wie zu Hause.',
    'Willkommen! Schön, dass du hier bist.',
    'Hallo, wie schön, dass du da bist!',
    'Jemand Neues! Fühl dich wie zu Hause.',
  ],
  fomo_response: [
    'Kaum schaue ich kurz weg, schon gibt es so viel zu lesen!',
    'Wartet auf mich, ich lese noch nach, was ihr alles schreibt!',
    'So viel zu lesen hier, das mag ich.',
  ],
  share_content: [
    'Schaut mal, was ich gerade gefunden habe: {title}',
    'Das könnte etwas für euch sein: {title}',
    'Ich musste an diese Gruppe denken: {title}',
    'Schaut mal, was ich gerade gefunden habe:',
    'Das könnte etwas für euch sein:',
    'Ich musste an diese Gruppe denken:',
  ],
  break_silence: [
    'Was macht ihr heute so?',
    'Wenn ihr jetzt irgendwo sein könntet, wo wäre das?',
    'Welches Lied geht euch gerade nicht aus dem Kopf?',
    'Erzählt mir etwas Schönes von dieser Woche!',
    'Was gibt es heute bei euch zu essen?',
  ],
};
