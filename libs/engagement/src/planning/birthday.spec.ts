import { birthdayIn } from './birthday.js';

describe('birthdayIn', () => {
  it.each([
    ['Birthday: May 7', { month: 5, day: 7 }],
    ['Birthday: 29 February', { month: 2, day: 29 }],
    ['Birthday: the 3rd of March, 1990', { month: 3, day: 3 }],
    ['Their birthday is on May 7', { month: 5, day: 7 }],
    ['Cumpleaños: el 12 de mayo', { month: 5, day: 12 }],
    ['Su cumpleaños es el 1 de enero', { month: 1, day: 1 }],
    ['Birthday: next week', null],
    ['Birthday: in May', null],
    ['Their sister Ana has her birthday on May 7', null],
    ['Works on May 7', null],
  ])('%s', (text, expected) => {
    expect(birthdayIn(text)).toEqual(expected);
  });
});
