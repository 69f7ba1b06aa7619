import { llmError } from '../llm.errors.js';
import type { Completion } from '../port/completion.js';
import type { OutputSchema } from '../port/structured-request.js';
import { readJson } from './read-json.js';

/**
 * The value of an answer that cannot be repaired, such as that of a batch.
 * @throws AppError `llm.refused`, `llm.invalid-output`
 */
export function structuredValue<T>(schema: OutputSchema<T>, { stopReason, text }: Completion): T {
  if (stopReason === 'refusal') throw llmError('llm.refused', { details: { schema: schema.name } });
  if (stopReason === 'max-tokens') throw llmError('llm.invalid-output', { details: { schema: schema.name } });
  try {
    return schema.parse(readJson(text));
  } catch {
    throw llmError('llm.invalid-output', { details: { schema: schema.name } });
  }
}
