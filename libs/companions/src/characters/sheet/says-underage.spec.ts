import { underageReader } from './says-underage.js';

describe('underageReader', () => {
  it.each([
    'She is 16.',
    'she is 16 and loves music',
    'Mia is only 15, but clever',
    'She’s sixteen.',
    'A 16-year-old girl from Kyoto',
    'A sixteen year old witch',
    'she is 17 years old',
    'Age: 14',
    'age 16, tall',
    'aged 15',
    '{{char}} is 16',
    '{{char}} is a high school student who likes you',
    'She is a minor.',
    'Mia is still a teenager',
    'He is an underage boy',
    'I am just 13 years old',
    'i’m 15',
    'She is nearly 18',
    'tiene 16 años',
    'Tiene solo dieciséis años y le gusta bailar',
    'una chica de 15 años',
    'es una colegiala',
    'es menor de edad',
    'Edad: 15',
    'Sie ist 16.',
    'ein 15-jähriges Mädchen, eine 15-jährige Schülerin',
    'elle a 15 ans',
    'ela tem 16 anos',
    'ha 16 anni',
    'loli',
    'teen',
    's\u200bhe is 1\u200b6',
    'She is １６.',
    'she looks 12 years old',
    '16yo',
    'a 16 y/o',
  ])('says it: %s', (text) => {
    expect(underageReader(['Mia'])(text)).toBe(true);
  });

  it.each([
    'She is 34 years old.',
    'age: 21',
    'She is 160 cm tall and 30.',
    'She has a 12-year-old daughter.',
    'raises her 7-year-old son alone',
    'Her 15 year old dog sleeps all day',
    'drinks a 12-year-old whisky',
    'At age 12 she moved to Paris.',
    'at the age of 16 she left home',
    'When she was 16 she ran away.',
    'when she was only 16 years old she ran away',
    'She is 16 years older than her brother',
    'She is 5 minutes late, always.',
    'works 9 to 5',
    'She is a child psychologist',
    'He is a high school teacher',
    'She teaches teenagers',
    'Tiene 12 años de experiencia',
    'tiene 40 años',
    'Lleva 5 años en Madrid, y a los 12 años empezó a tocar',
    'She never talks with minors',
    'trabaja de 9 a 5',
    'It was 5 and nobody slept',
    'She turned 30 in May.',
    'a young woman of 19',
    'Her childhood was short.',
    'She is one of the best.',
    'Am I one? She is one.',
    'She runs a 12 year old bakery',
    'He is kidding.',
  ])('does not say it: %s', (text) => {
    expect(underageReader(['Mia'])(text)).toBe(false);
  });

  it('reads a long text in one go', () => {
    const text = 'she is only just still '.repeat(20_000);
    expect(underageReader(['Mia'])(text)).toBe(false);
  });
});
