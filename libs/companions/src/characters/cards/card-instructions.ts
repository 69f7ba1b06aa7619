/** Longest text that is given to a model of them. */
const LONGEST = 8_000;

/** What a card would have a model told, beside who the character is; null when nothing. `{{original}}` stands for our own instructions. */
export function cardInstructionsOf(card: string): string | null {
  const { data } = JSON.parse(card) as { readonly data?: Readonly<Record<string, unknown>> };
  const texts = [data?.system_prompt, data?.post_history_instructions]
    .filter((text) => typeof text === 'string')
    .map((text) => text.replace(/\{\{\s*original\s*\}\}/gi, '').trim())
    .filter((text) => text !== '');
  return texts.length === 0 ? null : texts.join('\n').slice(0, LONGEST).toWellFormed();
}
