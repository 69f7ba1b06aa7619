import fc from 'fast-check';

import { asData } from '../hygiene/as-data.js';
import type { PromptMessage } from '../port/completion-request.js';
import { offlineReply } from './offline-reply.js';

const SYSTEM = 'You are Mia, a friendly secretary. You are talking to Ana.';
/** What is answered in Spanish, German, French, Portuguese and Italian. */
const HELLO = [/^¡Hola, Ana!/, /^Hallo, Ana!/, /^Bonjour, Ana !/, /^Olá, Ana!/, /^Ciao, Ana!/];
const WELCOME = [/De nada|Con gusto/, /[Gg]ern/, /prie|plaisir/, /De nada|prazer/, /Prego|piacere/];
const BYE = [/Hasta luego|Cuídate/, /Tschüss|Mach’s gut/, /revoir|soin/, /Até/, /A presto/];
const AND_YOU = [/bien.*¿/, /gut.*\?/, /bien.*\?/, /bem.*\?/, /bene.*\?/];
const I_AM = [/^Soy Mia/, /^Ich bin Mia/, /^Je suis Mia/, /^Sou Mia/, /^Sono Mia/];
const NO_PERSON = [/no una persona/, /kein Mensch/, /pas une personne/, /não uma pessoa/, /non una persona/];
const SOMEBODY_ELSE = [/para la que/, /für die ich/, /pour qui/, /para quem/, /per cui/];
const HEARD = [
  /Ya veo|contármelo|leído/,
  /Verstehe|Danke|gelesen/,
  /Je vois|Merci|bien lu/,
  /Entendo|Obrigado|li/,
  /Capisco|Grazie|letto/,
];

describe('offlineReply', () => {
  it.each([
    ['a greeting, by the name that the prompt gives', 'Hello!', /^(Hello|Hi), Ana!/],
    ['thanks', 'Thank you', /(welcome|Gladly), Ana!/],
    ['goodbye', 'ok bye', /Ana[.!]/],
    ['whether it is a bot', 'wait, are you a bot?', /automated assistant, not a person/],
    ['who it is', 'who are you?', /I am Mia/],
    ['the time, without inventing one', 'What time is it?', /^\D*clock\D*$/],
    ['a text without words', '👍', /words/],
    ['what happened, without making a talk of it', 'I called the insurance again', /^(?!.*called)(?!.*\?)/],
    ['a question, for somebody who knows', 'Can you find the invoice?', /person I work for/],
    ['a question of somebody polite', 'Good morning, when do you open?', /^Hello, Ana! .*person I work for/],
    ['a question about their own business', 'When do I get my money back?', /person I work for/],
    ['thanks that ask something', 'Thanks! And when do you open on Friday?', /person I work for/],
    ['bad news', 'my dog died yesterday', /sorry/],
    ['good news', 'I passed my exam!', /good|lovely/],
  ])('answers %s', (_, text, expected) => {
    expect(answers(SYSTEM, text)).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ['I live in Leeds and I work as a nurse', 'Where do I live?', 'You told me: Leeds.'],
    ['I live in Leeds but my mother is in York', 'Where do I live?', 'You told me: Leeds.'],
    ['I like fish and chips', 'What do I like?', 'You told me: fish and chips.'],
    ['Vivo en Sevilla y trabajo en un bar', '¿Dónde vivo?', 'Me lo dijiste: Sevilla.'],
    ['Ich wohne in Köln und arbeite als Lehrer', 'Wo wohne ich?', 'Du hast mir gesagt: Köln.'],
    ['J’habite à Lyon et je suis infirmier', 'Où est-ce que j’habite ?', 'Tu me l’as dit : Lyon.'],
    ['Moro em Braga e gosto de futebol', 'Onde é que eu moro?', 'Você me disse: Braga.'],
    ['Vivo a Torino e ho un cane', 'Dove vivo?', 'Me l’hai detto: Torino.'],
    ['Me gustan los gatos y los perros', '¿Qué me gusta?', 'Me lo dijiste: los gatos y los perros.'],
  ])('keeps of "%s" what it is about', (told, asked, expected) => {
    expect(answers(SYSTEM, told, asked).at(-1)).toBe(expected);
  });

  it.each([
    ['hello', ['¡Hola!', 'Guten Morgen', 'Bonjour', 'Olá', 'Buongiorno'], HELLO],
    ['thanks', ['muchas gracias', 'Vielen Dank', 'merci beaucoup', 'muito obrigada', 'grazie mille'], WELCOME],
    ['bye', ['hasta luego', 'Tschüss', 'au revoir', 'até logo', 'arrivederci'], BYE],
    ['how are you', ['¿qué tal?', 'Wie geht es dir?', 'Comment ça va ?', 'tudo bem?', 'come stai?'], AND_YOU],
    ['who are you', ['¿quién eres?', 'Wer bist du?', 'Qui êtes-vous ?', 'quem é você?', 'chi sei?'], I_AM],
    [
      'a bot',
      ['¿eres un robot?', 'Bist du ein Bot?', 'Vous êtes un robot ?', 'você é um robô?', 'sei un robot?'],
      NO_PERSON,
    ],
    [
      'when they open',
      ['¿A qué hora abren?', 'Wann habt ihr offen?', 'Vous ouvrez quand ?', 'Quando vocês abrem?', 'Quando aprite?'],
      SOMEBODY_ELSE,
    ],
    [
      'a wish',
      [
        '¿Me puede llamar Marco, por favor?',
        'Kann er mich bitte anrufen?',
        'Pouvez-vous me rappeler ?',
        'Ele pode me ligar, por favor?',
        'Mi puoi richiamare?',
      ],
      SOMEBODY_ELSE,
    ],
    [
      'news',
      [
        'Ayer llamé al seguro',
        'Ich habe die Versicherung angerufen',
        "J'ai appelé l'assurance",
        'Liguei para o seguro',
        'Ho chiamato l’assicurazione',
      ],
      HEARD,
    ],
  ])('answers in the language of the person: %s', (_, texts, expected) => {
    expect(texts.map((text) => answers(SYSTEM, text)[0])).toEqual(
      expected.map((one): unknown => expect.stringMatching(one)),
    );
  });

  it('keeps to the language of the talk where a text does not tell, or takes that of the locale', () => {
    expect(answers('', 'Guten Tag', 'ok')[1]).toMatch(/Verstehe|Danke|gelesen/);
    const request = {
      purpose: 'chat',
      system: [],
      messages: [{ role: 'user', content: 'ok' }],
      locale: 'it-CH',
    } as const;
    expect(offlineReply(request)).toMatch(/Capisco|Grazie|letto/);
  });

  it('does not say the same twice running', () => {
    const said = answers('', 'We moved.', 'The sofa came.', 'The lamp came.', 'The table came.', 'It rains.');
    expect(said.filter((text, index) => text === said[index - 1])).toEqual([]);
  });

  it.each([
    ['a name', ['my name is Pedro', 'what is my name?'], /Pedro/],
    ['un nombre', ['me llamo Luis', '¿cómo me llamo?'], /Luis/],
    ['einen Namen', ['Ich heiße Jürgen', 'Wie heiße ich?'], /gesagt: Jürgen/],
    ['un nom', ["je m'appelle Zoé", 'comment je m’appelle ?'], /dit : Zoé/],
    ['um nome', ['meu nome é João', 'qual é o meu nome?'], /disse: João/],
    ['un nome', ['mi chiamo Luca', 'come mi chiamo?'], /detto: Luca/],
    ['a dog', ['My dog is called Toby.', 'Nice weather', "what is my dog's name?"], /Toby/],
    ['un perro', ['mi perro se llama Toby', '¿cómo se llama mi perro?'], /Toby/],
    ['einen Hund', ['Mein Hund heißt Toby', 'Wie heißt mein Hund?'], /Toby/],
    ['a place', ['I live in Madrid', 'where do I live?'], /Madrid/],
    ['the later of two', ['I live in Madrid', 'I live in Rome now', 'where do I live?'], /Rome/],
    ['nothing that was not said', ['hello', 'what is my name?'], /not told me/],
  ])('remembers %s within the conversation', (_, texts, expected) => {
    expect(answers('', ...texts).at(-1)).toMatch(expected);
  });

  it('greets by a name that stands in the prompt as data', () => {
    expect(answers(asData('name the person gave themselves', 'ana 🌸'), 'Hello')).toEqual([
      expect.stringContaining('ana'),
    ]);
  });

  it('reads what people said out of its data marks', () => {
    expect(answers('', asData('message from the contact', 'my name is Pedro')).at(-1)).toMatch(/Pedro/);
  });

  it('is never empty, a whole sentence, and the same each time, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const [answer] = answers(SYSTEM, text);
        expect(answer).toMatch(/[?!.]$/);
        expect(answers(SYSTEM, text)).toEqual([answer]);
      }),
    );
  });

  it('takes a long text in its stride', () => {
    const startedAt = performance.now();
    for (const text of ['what ', 'my ', 'a', '? ', 'my dog is ', 'qué '])
      answers('', text.repeat(65_536 / text.length));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

function answers(system: string, ...texts: string[]): string[] {
  const messages: PromptMessage[] = [];
  return texts.map((content) => {
    messages.push({ role: 'user', content });
    const answer = offlineReply({ purpose: 'chat', system: [{ text: system, stable: true }], messages });
    messages.push({ role: 'assistant', content: answer });
    return answer;
  });
}
