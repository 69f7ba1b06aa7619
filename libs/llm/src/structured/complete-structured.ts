import { AppError } from '#kernel';

import { llmError } from '../llm.errors.js';
import type { Completion, Usage } from '../port/completion.js';
import type { PromptMessage } from '../port/completion-request.js';
import type { OutputSchema, StructuredCompletion } from '../port/structured-request.js';
import { SpentError } from '../resilient/spent-error.js';
import { readJson } from './read-json.js';

/** Longest part of an invalid output, and of what was wrong with it, that a repair shows to the model, in characters. */
const SHOWN_OUTPUT = 8_000;
const SHOWN_PROBLEM = 500;

/** Asks for JSON text. `repair` are the messages to add to the conversation, none on the first call. */
export type AskForJson = (repair: readonly PromptMessage[]) => Promise<Completion>;

/**
 * A value of the schema from a provider that answers JSON text: validated, repaired at most once. An error tells what was used (`SpentError`).
 * @throws AppError `llm.refused`, `llm.invalid-output`
 */
export async function completeStructured<T>(
  schema: OutputSchema<T>,
  ask: AskForJson,
): Promise<StructuredCompletion<T>> {
  const answers: Completion[] = [];
  const askCounted: AskForJson = async (repair) => {
    const answer = await ask(repair);
    answers.push(answer);
    return answer;
  };
  try {
    return await askTwice(schema, askCounted);
  } catch (error) {
    const [first, second] = answers;
    if (!first || !(error instanceof AppError)) throw error;
    throw new SpentError(error, { model: first.model, usage: second ? sum(first.usage, second.usage) : first.usage });
  }
}

async function askTwice<T>(schema: OutputSchema<T>, ask: AskForJson): Promise<StructuredCompletion<T>> {
  const first = await ask([]);
  const tried = attempt(schema, first);
  if ('value' in tried) return structured(tried.value, first, undefined);

  const second = await ask(repairOf(first, tried.problem));
  const repaired = attempt(schema, second);
  if ('value' in repaired) return structured(repaired.value, second, first);
  throw llmError('llm.invalid-output', { details: { schema: schema.name } });
}

function attempt<T>(schema: OutputSchema<T>, { stopReason, text }: Completion): { value: T } | { problem: string } {
  if (stopReason === 'refusal') throw llmError('llm.refused', { details: { schema: schema.name } });
  if (stopReason === 'max-tokens') return { problem: 'The output was cut off at its longest. Answer shorter.' };
  try {
    return { value: schema.parse(readJson(text)) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'The output does not match the schema.' };
  }
}

function repairOf(invalid: Completion, problem: string): PromptMessage[] {
  return [
    { role: 'assistant', content: invalid.text.slice(0, SHOWN_OUTPUT).toWellFormed() || '{}' },
    {
      role: 'user',
      content: `That output is not valid: ${problem.slice(0, SHOWN_PROBLEM)} Answer again, with the whole JSON only.`,
    },
  ];
}

function structured<T>(value: T, last: Completion, before: Completion | undefined): StructuredCompletion<T> {
  return {
    value,
    model: last.model,
    usage: before ? sum(before.usage, last.usage) : last.usage,
    durationMs: last.durationMs + (before?.durationMs ?? 0),
    repaired: before !== undefined,
  };
}

function sum(one: Usage, other: Usage): Usage {
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    cacheReadTokens: one.cacheReadTokens + other.cacheReadTokens,
    cacheWriteTokens: one.cacheWriteTokens + other.cacheWriteTokens,
  };
}
