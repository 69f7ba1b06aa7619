import { isInstructionLike } from '../extraction/instruction-like.js';
import { plainWords } from '../relationship/plain-words.js';

/** How an order begins. In a prompt, without its speaker, such a sentence would be one. */
const BEGINNINGS = [
  /^["'«“(]*\s*(?:please\s+|now\s+|and\s+)*(?:ignore|disregard|forget|always|never|from now on|respond|reply|answer|act|pretend|behave|repeat|reveal|print|output|obey|remember to|make sure|you (?:must|should|have to|are now|will))\b/,
  /^["'«“(]*\s*(?:por favor\s+|ahora\s+|y\s+)*(?:ignora|olvida|siempre|nunca|a partir de ahora|desde ahora|responde|contesta|actua|finge|comportate|repite|revela|muestra|obedece|recuerda que debes|asegurate|debes|tienes que|eres ahora)\b/,
  /^\s*(?:system|assistant|developer|sistema|asistente)\s*:/,
];

/** Whether a sentence of a summary would be an order to whoever reads it. */
export function readsAsOrder(sentence: string): boolean {
  if (isInstructionLike(sentence)) return true;
  const words = plainWords(sentence);
  return BEGINNINGS.some((beginning) => beginning.test(words));
}
