import type { Intent } from './intent.js';
import type { Language } from './language.js';

/** Beyond the intents: a question about a fact that was told or was not, and news about the person. */
export type PhraseKey =
  Exclude<Intent, 'what-is-my'> | 'fact-known' | 'fact-unknown' | 'name-told' | 'fact-told' | 'no-topic';

/**
 * `{name}`, `{character}`, `{about}`, `{value}` and `{topic}` are filled in; `{,name}` is the name after a comma, or nothing
 * when nobody gave one. Each line can stand for any other of its list.
 */
export const PHRASES: Record<Language, Record<PhraseKey, readonly string[]>> = {
  en: {
    'no-text': ['I got it, but I can only read words here. What would you like to tell me?'],
    'are-you-a-bot': ['I am an automated assistant, not a person. What can I do for you?'],
    'who-are-you': ['I am {character}, an automated assistant. What should I call you?'],
    'time-or-date': ['I cannot see a clock or a calendar from here, so I will not guess. What do you need it for?'],
    help: [
      'I keep every message, remember what you tell me and answer. Without a model I only do it simply. What do you need?',
    ],
    goodbye: ['Goodbye{,name}! Write whenever you like.', 'Take care{,name}. Talk soon!'],
    thanks: ['You are welcome{,name}! Is there anything else?', 'Gladly{,name}. What else is on your mind?'],
    'how-are-you': [
      'All is well here, thank you{,name}. And how are you?',
      'Very well, thanks{,name}! How is your day going?',
    ],
    greeting: ['Hello{,name}! What can I do for you?', 'Hi{,name}! Good to hear from you. How is your day going?'],
    question: [
      'About “{topic}” I do not know, and I would rather not guess. What do you need it for?',
      'I cannot say for sure about “{topic}”. Can you tell me a little more?',
    ],
    statement: [
      'I see, “{topic}”. How do you feel about it?',
      'Noted, “{topic}”. What happens next?',
      'You say “{topic}”. Will you tell me more about it?',
    ],
    'no-topic': ['I see. Can you tell me a little more?', 'All right. What would you like to do next?'],
    'fact-known': ['You told me: {about} is {value}. Did I get that right?'],
    'fact-unknown': ['You have not told me yet. Will you?'],
    'name-told': ['Nice to meet you, {name}! What can I do for you?', 'Good to know you, {name}. How can I help?'],
    'fact-told': ['Got it, {about}: {value}. What else should I know?'],
  },
  es: {
    'no-text': ['Lo he recibido, pero aquí solo puedo leer palabras. ¿Qué me quieres contar?'],
    'are-you-a-bot': ['Soy un asistente automático, no una persona. ¿En qué te puedo ayudar?'],
    'who-are-you': ['Soy {character}, un asistente automático. ¿Cómo te llamo?'],
    'time-or-date': ['Desde aquí no veo el reloj ni el calendario, y prefiero no inventar. ¿Para qué lo necesitas?'],
    help: [
      'Guardo los mensajes, recuerdo lo que me dices y contesto. Sin un modelo lo hago de forma sencilla. ¿Qué necesitas?',
    ],
    goodbye: ['¡Hasta luego{,name}! Escríbeme cuando quieras.', 'Cuídate{,name}. ¡Hablamos pronto!'],
    thanks: ['¡De nada{,name}! ¿Algo más?', 'Con gusto{,name}. ¿Qué más tienes en mente?'],
    'how-are-you': [
      'Todo bien por aquí, gracias{,name}. ¿Y tú cómo estás?',
      '¡Muy bien, gracias{,name}! ¿Qué tal tu día?',
    ],
    greeting: ['¡Hola{,name}! ¿En qué te puedo ayudar?', '¡Hola{,name}! Me alegra leerte. ¿Qué tal tu día?'],
    question: [
      'Sobre «{topic}» no lo sé, y prefiero no inventar. ¿Para qué lo necesitas?',
      'De «{topic}» no puedo asegurarte nada. ¿Me cuentas un poco más?',
    ],
    statement: [
      'Entiendo, «{topic}». ¿Cómo lo llevas?',
      'Apuntado, «{topic}». ¿Qué viene ahora?',
      'Dices «{topic}». ¿Me cuentas más?',
    ],
    'no-topic': ['Entiendo. ¿Me cuentas un poco más?', 'Muy bien. ¿Qué te gustaría hacer ahora?'],
    'fact-known': ['Me lo dijiste: {about} es {value}. ¿Lo entendí bien?'],
    'fact-unknown': ['Todavía no me lo has dicho. ¿Me lo cuentas?'],
    'name-told': ['¡Encantado, {name}! ¿En qué te puedo ayudar?', 'Mucho gusto, {name}. ¿Cómo te ayudo?'],
    'fact-told': ['Entendido, {about}: {value}. ¿Qué más debería saber?'],
  },
};

/** How a fact is named in an answer; anything else is "your dog", "tu perro". */
export const FACT_NAMES: Record<Language, Readonly<Record<string, string>>> = {
  en: { name: 'your name', home: 'where you live', work: 'your work', likes: 'what you like' },
  es: { name: 'tu nombre', home: 'donde vives', work: 'tu trabajo', likes: 'lo que te gusta' },
};
