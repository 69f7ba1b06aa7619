import { classify } from './classify.js';

/** Beside it, whoever is named under age makes it forbidden. */
const SEXUAL = 'send nudes.';
const forbidden = (text: string) => classify(`${SEXUAL} ${text}`).forbidden;

describe('who is under age, as they are called and played', () => {
  it.each<[string, readonly string[]]>([
    ['English', ['you are 15', 'everybody is sixteen', 'a school girl', 'a sixteen-year-old']],
    [
      'Spanish',
      [
        'tienes 15',
        'todas tienen dieciséis, y juegan',
        'ella tiene solo quince',
        'una chica de 16',
        'una quinceañera',
        'tiene quince años',
        'una preadolescente',
        'una chavalita',
      ],
    ],
    [
      'German',
      [
        'du bist 15',
        'sie sind alle sechzehn',
        'sie ist erst fünfzehn, und will',
        'eine Schülerin',
        'ein Mädchen von 16',
        'eine Sechzehnjährige',
        'sechzehn Jahre alt',
        'ein Kind',
        'Kinder',
        'eine Jugendliche',
      ],
    ],
    [
      'French',
      [
        'tu as 15 ans',
        'elle a seize ans',
        'tout le monde a quinze ans',
        'une lycéenne',
        'un écolier',
        'une gamine',
        'une fille de 16 ans',
        'une préado',
      ],
    ],
    [
      'Portuguese',
      [
        'você tem 15',
        'todas elas têm dezesseis, todos têm quinze',
        'ela tem só quinze',
        'uma garotinha',
        'uma garota de 16',
        'uma menininha',
        'quinze anos',
      ],
    ],
    [
      'Italian',
      [
        'hai 15 anni',
        'lei ha quindici anni',
        'hanno tutti sedici anni',
        'una bimba',
        'una liceale',
        'una ragazza di 16',
        'una ragazzina',
        'sedici anni',
      ],
    ],
  ])('in %s', (_, said) => {
    expect(said.filter((text) => !forbidden(text))).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['English', ['you are so kind', 'what kind of lingerie?', 'you are 15 minutes late', 'she is 35']],
    [
      'Spanish',
      ['tienes 15 minutos', 'tienen quince euros', 'tiene 35', 'una chica de Madrid', 'doce años de experiencia'],
    ],
    ['German', ['du bist 15 Minuten zu spät', 'sie ist 35', 'eine Frau von 36']],
    ['French', ['tu as 15 minutes', 'elle a seize euros', 'elle a 35 ans', 'une fille de Paris', 'dix ans de mariage']],
    ['Portuguese', ['você tem 15 minutos', 'ela tem 35', 'uma garota de Lisboa']],
    ['Italian', ['hai 15 minuti', 'ha sedici euro', 'ha 35 anni', 'una ragazza di Roma', 'dieci anni di matrimonio']],
  ])('and who is not, in %s', (_, said) => {
    expect(said.filter(forbidden)).toEqual([]);
  });
});
