import { TOLD_AT } from '../../testing/new-told.js';
import { timeMeant } from './when-said.js';

const ZONE = 'Europe/Madrid';
const meant = (words: string, ahead: boolean): string | undefined => {
  const time = timeMeant(words, { at: TOLD_AT, zone: ZONE, ahead });
  return time ? `${time.at.toLocaleString('sv', { timeZone: ZONE }).slice(0, 16)} ${time.grain}` : undefined;
};

/** Said on Wednesday 11 March 2026, at 11:00 in Madrid. */
describe('timeMeant', () => {
  it.each([
    ['tomorrow', '2026-03-12 00:00 day'],
    ['next Friday at 5pm', '2026-03-20 17:00 hour'],
    ['on Friday', '2026-03-13 00:00 day'],
    ['on Wednesday', '2026-03-18 00:00 day'],
    ['in two weeks', '2026-03-25 00:00 day'],
    ['5 June', '2026-06-05 00:00 day'],
    ['in July', '2026-07-01 00:00 month'],
    ['next summer', '2026-06-01 00:00 season'],
    ['mañana', '2026-03-12 00:00 day'],
    ['pasado mañana', '2026-03-13 00:00 day'],
    ['el viernes', '2026-03-13 00:00 day'],
    ['el miércoles', '2026-03-18 00:00 day'],
    ['el lunes que viene', '2026-03-16 00:00 day'],
    ['dentro de tres días', '2026-03-14 00:00 day'],
    ['la semana que viene', '2026-03-16 00:00 day'],
    ['el mes que viene', '2026-04-01 00:00 day'],
    ['el 3 de mayo', '2026-05-03 00:00 day'],
    ['over the clock change: on 30 March', '2026-03-30 00:00 day'],
  ])('of a plan, "%s" is %s', (words, expected) => {
    expect(meant(words, true)).toBe(expected);
  });

  it.each([
    ['yesterday', '2026-03-10 00:00 day'],
    ['on Monday', '2026-03-09 00:00 day'],
    ['since January', '2026-01-01 00:00 month'],
    ['since July', '2025-07-01 00:00 month'],
    ['since 2019', '2019-01-01 00:00 year'],
    ['last summer', '2025-06-01 00:00 season'],
    ['two years ago', '2024-01-01 00:00 year'],
    ['ayer', '2026-03-10 00:00 day'],
    ['anteayer', '2026-03-09 00:00 day'],
    ['hace dos años', '2024-03-11 00:00 day'],
    ['desde 2012', '2012-01-01 00:00 year'],
    ['el verano pasado', '2025-06-01 00:00 season'],
    ['el año pasado', '2025-01-01 00:00 day'],
  ])('of what has begun, "%s" was %s', (words, expected) => {
    expect(meant(words, false)).toBe(expected);
  });

  it.each(['', 'soon', 'one day', 'when I am older'])('"%s" is no time', (words) => {
    expect(timeMeant(words, { at: TOLD_AT, zone: ZONE, ahead: true })).toBeNull();
  });
});
