/** Question marks of the scripts that have one of their own, and the words that begin a question where people leave it out. */
const MARK = /[?？؟⁇⁈⁉¿\u037e]/u;
const BEGINS =
  /^\s*(?:who|what|when|where|why|how|which|can|could|would|will|do|does|did|is|are|qué|quién|cuándo|cuánto|cuál|dónde|cómo|puedes|podrías|tienes|hay|wer|was|wann|wo|wie|warum|quando|quanto|onde|como|quand|combien|où|comment)\b/iu;
/** Whether somebody who wrote this waits for an answer. */
export function asksSomething(text: string): boolean {
  const plain = text.replace(/https?:\/\/\S+/gu, ' ');
  return MARK.test(plain) || BEGINS.test(plain);
}
