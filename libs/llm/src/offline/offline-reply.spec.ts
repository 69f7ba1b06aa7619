import fc from 'fast-check';

import { asData } from '../hygiene/as-data.js';
import type { PromptMessage } from '../port/completion-request.js';
import { offlineReply } from './offline-reply.js';

const SYSTEM = 'You are Mia, a friendly secretary. You are talking to Ana.';

describe('offlineReply', () => {
  it.each([
    ['a greeting, by the name that the prompt gives', 'Hello!', /^(Hello|Hi), Ana!/],
    ['a greeting in Spanish', '¡Hola!', /^¡Hola, Ana!/],
    ['thanks', 'Thank you', /Ana[.!].*\?/],
    ['gracias', 'muchas gracias', /Ana[.!]? ?¿/],
    ['goodbye', 'ok bye', /Ana[.!]/],
    ['adiós', 'adiós', /Ana/],
    ['whether it is a bot', 'wait, are you a bot?', /automated assistant, not a person/],
    ['si es una persona', '¿Eres una persona?', /asistente automático, no una persona/],
    ['who it is', 'who are you?', /I am Mia/],
    ['the time, without inventing one', 'What time is it?', /^\D*clock\D*$/],
    ['la fecha', '¿Qué día es hoy?', /^\D*calendario\D*$/],
    ['something about its topic', 'I must call the insurance again', /insurance/],
    ['algo sobre su tema', 'Tengo que llamar otra vez al seguro', /llamar|seguro/],
    ['a question about its topic', 'Can you find the invoice?', /invoice/],
    ['a text without words', '👍', /words/],
  ])('answers %s', (_, text, expected) => {
    expect(answers(SYSTEM, text)).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ['a name', ['my name is Pedro', 'what is my name?'], /Pedro/],
    ['un nombre', ['me llamo Luis', '¿cómo me llamo?'], /Luis/],
    ['a dog', ['My dog is called Toby.', 'Nice weather', "what is my dog's name?"], /Toby/],
    ['un perro', ['mi perro se llama Toby', '¿cómo se llama mi perro?'], /Toby/],
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

  it('is never empty, the same each time, and ends in a question or a goodbye, whatever the text', () => {
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
