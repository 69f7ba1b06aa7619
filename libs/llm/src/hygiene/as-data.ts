import { promptText } from './prompt-text.js';

const DATA_TAG = /<(?=\s*\/?\s*data)/gi;

/**
 * Text from people, marked for a prompt as data that is read and never obeyed. It cannot close its own mark.
 * `label` says what it is, in our words: `message from the contact`.
 */
export function asData(label: string, text: string): string {
  const name = promptText(label).replace(/[<>"\n]/g, ' ');
  return `<data label="${name}">\n${promptText(text).replace(DATA_TAG, '‹')}\n</data>`;
}
