import { timeAnchor } from './time-anchor.js';
import { timeRanges } from './time-ranges.js';

describe('timeRanges', () => {
  const now = new Date('2024-03-10T12:00:00Z');

  it.each([
    ['where did she go in July 2022?', ['2022-07-01/2022-08-01']],
    ['what did he do on 25 May, 2022?', ['2022-05-25/2022-05-26']],
    ['where was he between August 11 and August 15 2023?', ['2023-08-11/2023-08-16']],
    ['what did I do last summer?', ['2023-06-01/2023-09-01']],
    ['what did I do in winter 2022?', ['2022-12-01/2023-03-01']],
    ['what was it last month', ['2024-02-01/2024-03-01']],
    ['what did I tell you yesterday', ['2024-03-09/2024-03-10']],
    ['and two days ago?', ['2024-03-07/2024-03-09']],
    ['what happened in May?', ['2023-05-01/2023-06-01']],
    ['what did I do on may 5th', ['2023-05-05/2023-05-06']],
    ['what did I do on 5/7/2023', ['2023-05-07/2023-05-08']],
    ['where is my 7up, or the w5x?', []],
    ['how was it in 2021', ['2021-01-01/2022-01-01']],
    ['may I ask?', []],
    ['did I fall?', []],
    ['¿qué hice en marzo?', ['2024-03-01/2024-04-01']],
    ['¿adónde fui el verano pasado?', ['2023-06-01/2023-09-01']],
    ['¿qué te dije ayer?', ['2024-03-09/2024-03-10']],
    ['la semana pasada', ['2024-02-26/2024-03-04']],
    ['el 5 de mayo de 2022', ['2022-05-05/2022-05-06']],
    ['el año pasado', ['2023-01-01/2024-01-01']],
    ['what is my dog called?', []],
  ])('%s', (text, expected) => {
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    expect(timeRanges(text, now).map(({ from, to }) => `${day(from)}/${day(to)}`)).toEqual(expected);
  });

  it('counts days where the person is', () => {
    const [range] = timeRanges('yesterday', now, 'America/New_York');
    expect(new Date(range!.from).toISOString()).toBe('2024-03-09T05:00:00.000Z');
  });
});

describe('timeAnchor', () => {
  it.each([
    ['how was I before my exam?', { side: 'before', event: 'my exam' }],
    ['¿qué hice después de la boda?', { side: 'after', event: 'la boda' }],
    ['what is my dog called?', null],
  ])('%s', (text, expected) => expect(timeAnchor(text)).toEqual(expected));
});
