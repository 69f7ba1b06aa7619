import type { EmbeddingsBody } from './openai-body.js';

const DIMENSIONS = 8;
/** Gemini's limit, the lowest of the known ones. */
const LARGEST_BATCH = 100;

/** What `/embeddings` answers: a vector of letter counts, so that like texts are near; not normalised, and in another order. */
export function embeddingsReply({ model, input, encoding_format: format }: EmbeddingsBody): {
  status: number;
  reply: object;
} {
  const wrong = typeof (input as unknown) === 'string' || input.length > LARGEST_BATCH || input.includes('');
  if (wrong || input.length === 0)
    return { status: 400, reply: { error: { message: 'input: 1 to 100 texts, none of them empty' } } };
  if (format !== 'float') return { status: 400, reply: { error: { message: 'encoding_format: only float' } } };
  const data = input.map((text, index) => ({ object: 'embedding', index, embedding: letterCounts(text) }));
  const tokens = Math.ceil(input.join('').length / 4);
  return {
    status: 200,
    reply: { object: 'list', model, data: data.toReversed(), usage: { prompt_tokens: tokens, total_tokens: tokens } },
  };
}

function letterCounts(text: string): number[] {
  const counts = Array<number>(DIMENSIONS).fill(0);
  for (const letter of text) counts[(letter.codePointAt(0) ?? 0) % DIMENSIONS]! += 1;
  return counts;
}
