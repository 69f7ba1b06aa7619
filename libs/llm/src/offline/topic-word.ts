const EMPTY_WORDS = new Set(
  (
    'about after again always because before being could every going having hello might never other please really should something ' +
    'their there these thing things think those today tomorrow would yesterday where which while with without your yours this that ' +
    'morning afternoon evening night thank thanks hello tardes noches buenos buenas help ayuda ayudar ayudarme ' +
    'have just like want need know what when from they them then than been were will some very much many also into only over such ' +
    'hola cuando donde porque como para pero siempre nunca entonces también ahora mañana ayer quiero tengo tiene puede puedes hacer ' +
    'estoy estás están esto esta este eso esa ese algo nada todo todos mucho muchas muchos desde hasta sobre entre sido gracias favor'
  ).split(' '),
);
const SHORTEST = 4;
const LONGEST = 30;
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;

/** The word that says most about a text: its longest one that is not a filler. None in a text without such a word. */
export function topicWord(text: string): string | undefined {
  let topic: string | undefined;
  for (const [word] of text.matchAll(WORD)) {
    if (word.length < SHORTEST || word.length > LONGEST || EMPTY_WORDS.has(word.toLowerCase())) continue;
    if (word.length > (topic?.length ?? 0)) topic = word;
  }
  return topic;
}
