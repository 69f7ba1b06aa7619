import { titleFromTalk } from './title-from-talk.js';

describe('titleFromTalk', () => {
  it.each<[string, readonly string[], readonly string[], string | null]>([
    ['the first words that say something', ['my boat\nis leaking since Sunday'], [], 'Boat is leaking since Sunday'],
    [
      'no greeting, nor whom it was for',
      ['Hi Alma', 'Hello Alma, can you find the blue invoice?'],
      [],
      'Find the blue invoice',
    ],
    ['so in German', ['Guten Tag!', 'Ich habe die Versicherung angerufen.'], [], 'Versicherung angerufen'],
    ['so in French', ["Bonjour, j'ai perdu les clés de la voiture"], [], 'Perdu les clés de la voiture'],
    ['so in Spanish', ['Buenos días, ¿me cambia la cita del dentista?'], [], 'Cambia la cita del dentista'],
    ['so in Portuguese', ['Oi, tudo bem? Preciso trocar o pneu'], [], 'Preciso trocar o pneu'],
    ['so in Italian', ['Ciao, vorrei prenotare un tavolo'], [], 'Vorrei prenotare un tavolo'],
    [
      'not a whole story',
      ['The neighbour cat from number seven climbed our roof'],
      [],
      'Neighbour cat from number seven climbed',
    ],
    ['what it was about, where the words say little', ['hello', 'the boat?'], ['travel', 'boats'], 'Boats, travel'],
    ['three topics at the most', [], ['a', 'b', 'c', 'd'], 'D, c, b'],
    ['one word, where there is no more', ['hello', 'the boat?'], [], 'Boat'],
    ['nothing for a greeting', ['Hello!', 'how are you?', '...'], [], null],
    ['nothing before anything was said', [], [], null],
  ])('%s', (_, said, topics, title) => {
    expect(titleFromTalk(said, topics)).toBe(title);
  });

  it('takes no time over a long message', () => {
    expect(titleFromTalk(['the '.repeat(2_500_000)], [])).toBeNull();
  });
});
