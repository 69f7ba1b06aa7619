import { memoryCommand } from './memory-command.js';

describe('memoryCommand', () => {
  it.each([
    ['what do you know about me?', 'tell', 'en'],
    ['What do you remember about me', 'tell', 'en'],
    ['hey, what have you stored about me?', 'tell', 'en'],
    ['Tell me everything you know about me please', 'tell', 'en'],
    ['¿Qué sabes de mí?', 'tell', 'es'],
    ['que', null, null],
    ['Dime todo lo que sabes sobre mi', 'tell', 'es'],
    ['O que você sabe sobre mim?', 'tell', 'pt'],
    ["Qu'est-ce que tu sais de moi ?", 'tell', 'fr'],
    ['Was weißt du über mich?', 'tell', 'de'],
    ['Cosa sai di me?', 'tell', 'it'],
    ['forget everything', 'forget-all', 'en'],
    ['Please forget everything about me.', 'forget-all', 'en'],
    ['forget everything I told you', 'forget-all', 'en'],
    ['delete all my data', 'forget-all', 'en'],
    ['olvida todo', 'forget-all', 'es'],
    ['Olvida todo lo que sabes de mí, por favor', 'forget-all', 'es'],
    ['borra mis datos', 'forget-all', 'es'],
    ['Vergiss alles über mich', 'forget-all', 'de'],
  ])('"%s" is %s', (text, kind, language) => {
    expect(memoryCommand(text)).toEqual(kind === null ? null : { kind, language });
  });

  it.each([
    ['forget that I have a dog', 'forget', 'I have a dog'],
    ['Please forget that my sister lives in Rome!', 'forget', 'my sister lives in Rome'],
    ['forget what I said about my job', 'forget', 'my job'],
    ['forget my birthday', 'forget', 'my birthday'],
    ['Olvida que tengo un perro', 'forget', 'tengo un perro'],
    ['olvida lo que te dije sobre mi trabajo', 'forget', 'mi trabajo'],
    ['remember that I am allergic to nuts', 'remember', 'I am allergic to nuts'],
    ["Don't forget that I hate mushrooms", 'remember', 'I hate mushrooms'],
    ['recuerda que soy vegano', 'remember', 'soy vegano'],
    ['apunta que mi cumpleaños es el 3 de mayo', 'remember', 'mi cumpleaños es el 3 de mayo'],
  ])('"%s" is %s "%s"', (text, kind, about) => {
    expect(memoryCommand(text)).toMatchObject({ kind, about });
  });

  it.each([
    'forget it',
    'forget that',
    'forget me',
    'Forget about it, I was kidding',
    "forget everything I said about the meeting tomorrow, let's meet at 5",
    "forget everything, let's start over with the cake",
    'forget that I asked',
    'forget that I said anything',
    'I forgot that I have a dog',
    'did you forget that I have a dog?',
    'forget my last message',
    'never forget your friends',
    'remember when I had a dog?',
    'remember that movie we saw',
    'remember to call me',
    'do you remember that I have a dog?',
    'remember I told you about Ana',
    'what do you know about Paris?',
    'what do you know about my sister',
    'what do you know',
    'do you know what time it is?',
    'he said forget everything about me',
    'the song goes "forget everything"',
    'olvídalo',
    'olvida eso',
    'olvídame',
    'olvida que te lo dije',
    'no olvides la leche',
    'recuerda llamarme',
    '¿recuerdas que tengo un perro?',
    'recuerda que quedamos a las 5',
    'qué sabes de Juan',
    'everything about me is a mess',
    '',
  ])('"%s" is talk', (text) => {
    expect(memoryCommand(text)).toBeNull();
  });

  it('takes no time over long texts', () => {
    expect(memoryCommand('please '.repeat(10_000))).toBeNull();
  });
});
