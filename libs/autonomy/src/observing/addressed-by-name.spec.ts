import { isAddressedByName } from './addressed-by-name.js';

describe('isAddressedByName', () => {
  it.each([
    'Alma, what time is it?',
    'alma what time is it',
    'ALMA!',
    'Alma',
    'Alma?',
    'hey Alma, are you there',
    'hey alma the bus is late again',
    'Hi Alma',
    'thanks Alma!',
    'good morning, Alma',
    'what do you think, Alma?',
    'what do you think Alma?',
    'I would like your help with this, Alma',
    '@Alma look at this',
    'look at this @alma',
    'Alma: remind us on Monday',
    'Alma can you help us',
    'Alma please help',
    'Oye Alma, ¿qué opinas?',
    'Alma ¿qué opinas?',
    'Álma, ayúdanos',
    'Alma tú sabes',
    'y tú qué dices, Alma?',
    'Alma, kannst du das übersetzen?',
    'Alma magst du Pizza?',
    'tu en penses quoi, Alma ?',
    'Alma cosa ne pensi?',
    'alma\nwhat about tomorrow?',
    'No. And you, Alma?',
  ])('hears that «%s» calls Alma', (text) => {
    expect(isAddressedByName(text, ['Alma'])).toBe(true);
  });

  it.each([
    'Alma said no',
    'and Alma is ill today',
    'yesterday I met Alma',
    'with Alma and Leo',
    'Alma, Juan and Pedro are coming',
    'Juan, Pedro, Alma',
    'invite Juan, Pedro, Alma',
    'the almanac',
    'Palma, what a city',
    'an almanac?',
    'el alma de la fiesta',
    'con toda mi alma',
    'did anybody see Alma?',
    'Alma is late?',
    'I asked Alma what to do, and she said no',
    'hello everybody',
    '',
    '👋',
  ])('takes «%s» for talk', (text) => {
    expect(isAddressedByName(text, ['Alma'])).toBe(false);
  });

  it.each([
    ['Alma Ruiz, come here', ['Alma Ruiz'], true],
    ['Alma, come here', ['Alma Ruiz'], true],
    ['Ruiz, come here', ['Alma Ruiz'], false],
    ['アルマ、元気？', ['アルマ'], true],
    ['アルマさん、元気？', ['アルマ'], true],
    ['小美，你好', ['小美'], true],
    ['小美说她不来', ['小美'], false],
    ['Альма, привет', ['Альма'], true],
    ['يا ألما كيف حالك', ['ألما'], true],
    ['Léo, tu viens ?', ['Leo'], true],
    ['A, what?', ['A'], false],
    ['Alma, hello', [], false],
    ['(.*), hello', ['(.*)'], true],
    ['Leo, hello', ['(.*)'], false],
  ])('of «%s» by %j: %s', (text, names, called) => {
    expect(isAddressedByName(text, names)).toBe(called);
  });

  it('is quick with a wall of names', () => {
    expect(isAddressedByName('Alma '.repeat(790), ['Alma'])).toBe(false);
  });

  it('does not look at every place of a name that is repeated for ever', () => {
    expect(isAddressedByName(`${'alma '.repeat(5)}@alma`, ['Alma'])).toBe(true);
    expect(isAddressedByName(`${'alma '.repeat(500)}@alma`, ['Alma'])).toBe(false);
  });
});
