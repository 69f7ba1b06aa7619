import { newTold } from '../../../testing/new-told.js';
import { readExtraction } from '../read-extraction.js';
import { extractByPatterns } from './extract-by-patterns.js';

const told = (lines: readonly string[], known: readonly string[] = []): string[] => {
  const stretch = newTold(lines, known);
  const { operations } = readExtraction(extractByPatterns(stretch), stretch, 'Europe/Madrid');
  return (operations.get('ana') ?? []).map(({ kind, text, target }) =>
    kind === 'add' ? text : `${kind} ${target}: ${text}`,
  );
};

describe('extractByPatterns', () => {
  it.each<[string, string[]]>([
    ['Hi! My name is Nora and I live in Porto.', ['Is called Nora', 'Lives in Porto']],
    ["I'm a nurse, and I work at St. Mary", ['Is a nurse', 'Works at St']],
    ['I really love hiking but I hate mushrooms', ['Likes hiking', 'Dislikes mushrooms']],
    ["I don't like coffee any more", ['Does not like coffee']],
    ['my favourite colour is green', ['Favourite colour: green']],
    ["I'm allergic to nuts!", ['Is allergic to nuts']],
    ['My birthday is on 5 June', ['Birthday: 5 June']],
    ['I have two sisters', ['Has two sisters']],
    ['I have a dog called Rex', ['Has a dog called Rex']],
    ['My sister lives in Rome', ['Sister lives in Rome']],
    ['I have a dentist appointment tomorrow', ['Has dentist appointment (2026-03-12)']],
    ['I want to learn Japanese', ['Wants to learn Japanese']],
    ['Me llamo Saúl y vivo en Girona', ['Se llama Saúl', 'Vive en Girona']],
    ['Trabajo de camarero en un hotel', ['Trabaja de camarero', 'Trabaja en un hotel']],
    ['Me encanta el fútbol pero odio madrugar', ['Le gusta el fútbol', 'No le gusta madrugar']],
    ['Soy alérgica a las nueces', ['Tiene alergia a las nueces']],
    ['Tengo un perro que se llama Toby', ['Tiene un perro de nombre Toby']],
    ['Mi hermana vive en Roma', ['Hermana vive en Roma']],
    ['Mañana tengo una entrevista', ['Tiene entrevista (2026-03-12)']],
  ])('finds in "%s" %j', (line, expected) => {
    expect(told([line]).sort()).toEqual(expected.sort());
  });

  it.each([
    'call me tomorrow',
    'I like that',
    'I love you',
    "I'm a bit tired",
    'do you like sushi?',
    'If I lived in Paris I would be happy',
    'I have an idea',
    'I am in the office',
    'me gusta como piensas',
    'tengo hambre',
    '> I live in Rome',
  ])('finds nothing in "%s"', (line) => {
    expect(told([line])).toEqual([]);
  });

  it.each<[readonly string[], readonly string[], string[]]>([
    [["I don't live in Porto anymore"], ['Lives in Porto'], ['close f1: Does not live in Porto any more']],
    [['I quit my job'], ['Lives in Porto', 'Works at Bosch'], ['close f2: Has left']],
    [['we broke up yesterday'], ['Has a girlfriend called Eva'], ['close f1: The relationship is over']],
    [['Ya no vivo en Girona'], ['Vive en Girona'], ['close f1: Ya no vive en Girona']],
    [['The trip to Bali is cancelled'], ['Is flying to Bali (2026-06)'], ['close f1: The trip to Bali is off']],
    [['My birthday is on 5 June', 'sorry, I meant 6 June'], [], ['Birthday: 5 June', 'Birthday: 6 June']],
    [
      ['My surgery is on Tuesday', 'no sorry, I meant Thursday'],
      [],
      ['Has surgery (2026-03-17)', 'Has surgery (2026-03-12)'],
    ],
    [['Vivo en Sevilla', 'Ya no vivo en Sevilla, ahora vivo en Málaga'], [], ['Vive en Málaga']],
    [['I live in Madrid', "I don't live in Madrid anymore"], [], []],
    [["I don't live in Porto anymore, now I live in Rome"], [], ['Lives in Rome']],
    [
      ["I don't live in Porto anymore and now I live in Rome"],
      ['Lives in Porto'],
      ['close f1: Does not live in Porto any more', 'Lives in Rome'],
    ],
    [['I live in Madrid', '@eva I don’t live in Madrid anymore'], [], ['Lives in Madrid']],
    [['Vivo en Sevilla', 'Ya no vivo en Girona'], [], ['Vive en Sevilla']],
    [['Ya no trabajo de camarero en Girona', 'no tengo coche', "don't call me Bob"], [], []],
    [['No, tengo un perro'], [], ['Tiene un perro']],
    [['I gave up on it'], ['Likes tea'], []],
    [
      ['My cat is called Tommy', 'No, I meant my cat is called Toby'],
      [],
      ['Cat is called Tommy', 'Cat is called Toby'],
    ],
    [['I have a dog called Rex', 'sorry, I meant Max'], [], ['Has a dog called Rex', 'Has a dog called Max']],
    [['I have a dog called Rex', 'sorry, I meant he barks and is loud'], [], ['Has a dog called Rex']],
    [['I live in Porto', 'I mean I stay there in winter'], [], ['Lives in Porto']],
    [['My sister lives in Rome', 'I meant Milan'], [], ['Sister lives in Rome', 'Sister lives in Milan']],
    [['I live in Porto', 'quise decir que se llama Lola'], [], ['Lives in Porto']],
    [
      ['Mi gata se llama Lula', 'perdón, quise decir que se llama Lola'],
      [],
      ['Gata: se llama Lula', 'Gata: se llama Lola'],
    ],
  ])('ends and corrects: %j with %j known', (lines, known, expected) => {
    expect(told(lines, known)).toEqual(expected);
  });
});
