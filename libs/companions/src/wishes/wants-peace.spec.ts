import { wantsPeace } from './wants-peace.js';

describe('wantsPeace', () => {
  it.each([
    '¡Déjame en paz, qué pesado, me molestas!',
    "You're annoying, go away",
    'Leave me alone.',
    'Ach, lass mich in Ruhe!',
    "Laisse-moi tranquille, tu m'énerves",
    'Basta. Lasciami in pace!',
    'Отстань от меня, пожалуйста',
  ])('%s', (text) => {
    expect(wantsPeace(text)).toBe(true);
  });

  it.each([
    'Fine, thanks! And you?',
    'They left me alone at the party, it was sad',
    'Why did you go away last summer',
    'My boss never leaves me in peace',
    '',
    ', , ,',
  ])('not: %s', (text) => {
    expect(wantsPeace(text)).toBe(false);
  });
});
