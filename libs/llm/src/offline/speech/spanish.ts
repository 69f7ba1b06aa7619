import type { Speech } from './speech.js';

export const SPANISH: Speech = {
  signs: {
    'are-you-a-bot':
      /\b(?:eres|es usted) (?:de verdad |realmente )?(?:una? )?(?:bot|robot|ia|humano|humana|real|persona|maquina)\b|\bhablo con (?:una? )?(?:bot|robot|ia|humano|persona|maquina)/,
    'what-is-my':
      /\b(?:como|cual|quien|donde|que|cuando|sabes|recuerdas)\b[^.?!]*\b(?:mi|mis|me llamo|vivo|trabajo|me gustan?)\b[^.]*\?/,
    'who-are-you': /\bquien (?:eres|es usted)\b|\bcomo (?:te llamas|se llama usted)\b|\bcual es (?:tu|su) nombre\b/,
    'time-or-date': /\bque (?:hora es|dia es|fecha es)\b|\ba que (?:dia|fecha) estamos\b/,
    help: /\bque (?:puedes|sabes|puede) hacer\b|\ben que (?:puedes|puede) ayudar|^\W*ayuda\W*$/,
    goodbye:
      /^\W*(?:(?:ok|vale|bueno|bien),? )?(?:adios|hasta (?:luego|manana|pronto|la vista)|chao|chau|nos vemos|buenas noches,? (?:me voy|adios))\b/,
    thanks: /\b(?:muchas |mil )?gracias\b(?: por todo)?/,
    'how-are-you': /\bque tal\b(?: (?:estas|todo))?|\bcomo (?:estas|esta usted|te va|andas)\b/,
    greeting: /^\W*(?:hola|buen(?:os|as)?(?: dias?| tardes| noches)?)\b/,
    request:
      /\b(?:por favor|(?:me |le |lo |la )?(?:puedes?|podrias?|podeis|podria usted|pueden|podemos|puedo)|dile|digale|avisa(?:me|le|d)|llama(?:me|le|dme)|quisiera|necesito|quiero)\b/,
    'bad-news':
      /\b(?:murio|fallecio|ha muerto|se ha muerto|entierro|enferm[oa]|triste|accidente|hospital|divorci\p{L}*|terrible|fatal|por desgracia|desgraciadamente|agotad[oa]|preocupad[oa]|no estoy bien)\b/u,
    'good-news':
      /\b(?:aprobe|he aprobado|gane|he ganado|me caso|buenas? noticias?|(?:muy|tan) feliz|(?:muy|tan) content[oa]|es mi cumpleanos|genial|estupendo)\b/,
  },
  asks: /^\W*(?:que|quien|donde|cuando|como|cual|cuanto|puedes|hay)\b/,
  character: 'tu asistente',
  phrases: {
    'no-text': ['Lo he recibido, pero aquí solo puedo leer palabras. ¿De qué se trata?'],
    'are-you-a-bot': ['Soy {character}, un asistente automático, no una persona. ¿En qué te puedo ayudar?'],
    'who-are-you': ['Soy {character}, un asistente automático. Tomo recados y los guardo. ¿En qué te puedo ayudar?'],
    'time-or-date': ['Aquí no tengo reloj ni calendario, y prefiero no inventar.'],
    help: [
      'Tomo recados, recuerdo lo que me dices y lo guardo para encontrarlo después. Lo que no sé contestar se lo dejo a la persona para la que trabajo.',
    ],
    goodbye: ['¡Hasta luego{,name}! Escríbeme cuando quieras.', 'Cuídate{,name}. ¡Hablamos pronto!'],
    thanks: ['¡De nada{,name}!', '¡Con gusto{,name}!'],
    'how-are-you': ['¡Muy bien, gracias{,name}! ¿Y tú?', 'Todo bien por aquí, gracias{,name}. ¿Cómo estás?'],
    greeting: ['¡Hola{,name}! ¿En qué te puedo ayudar?', '¡Hola{,name}! ¿Qué necesitas?'],
    hello: ['¡Hola{,name}!'],
    request: [
      'Eso no lo puedo hacer yo, pero lo he anotado para la persona para la que trabajo.',
      'Eso es cosa de la persona para la que trabajo: aquí tiene tu mensaje.',
    ],
    'bad-news': ['Lo siento mucho{,name}. Aquí estoy si me quieres contar más.'],
    'good-news': ['¡Qué bien{,name}! Lo recordaré.', '¡Me alegro{,name}! Lo tendré presente.'],
    question: [
      'Eso no lo sé contestar. He anotado tu pregunta para la persona para la que trabajo.',
      'No lo sé, y prefiero no inventar. Tu pregunta queda aquí para la persona para la que trabajo.',
    ],
    statement: ['Ya veo{,name}.', 'Gracias por contármelo{,name}.', 'Lo he leído{,name}.'],
    'fact-known': ['Me lo dijiste: {value}.'],
    'fact-unknown': ['Todavía no me lo has dicho. Cuéntamelo y lo recordaré.'],
    'name-told': ['¡Mucho gusto, {name}! ¿En qué te puedo ayudar?', '¡Encantado, {name}! ¿Qué necesitas?'],
    'fact-told': ['Es bueno saberlo{,name}. Lo recordaré.', 'Gracias, lo recordaré.'],
  },
};
