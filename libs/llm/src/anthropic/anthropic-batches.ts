import type Anthropic from '@anthropic-ai/sdk';

import { ofBatch } from '../http-failure.js';
import { llmError } from '../llm.errors.js';
import { ModelBatches, type BatchedAnswer, type BatchedQuestion, type BatchSummary } from '../port/model-batches.js';
import { completionOf } from './anthropic-completion.js';
import { anthropicError } from './anthropic-error.js';
import { anthropicRequest } from './anthropic-request.js';

/** How many of the latest batches are looked at. */
const LATEST = 20;

/** Anthropic's Message Batches. */
export class AnthropicBatches extends ModelBatches {
  constructor(
    private readonly client: Anthropic,
    private readonly options: { readonly taskModel: string; readonly maxTokens: number },
  ) {
    super();
  }

  submit(questions: readonly BatchedQuestion[], signal?: AbortSignal): Promise<string> {
    const { taskModel: model, maxTokens } = this.options;
    const requests = questions.map(({ key, request }) => ({
      custom_id: key,
      params: anthropicRequest(request, { model, maxTokens, jsonSchema: request.schema.jsonSchema }),
    }));
    return attempt(async () => (await this.client.messages.batches.create({ requests }, { signal })).id, signal);
  }

  hasEnded(id: string, signal?: AbortSignal): Promise<boolean> {
    return attempt(async () => {
      const { processing_status: status } = await this.client.messages.batches.retrieve(id, {}, { signal });
      return status === 'ended';
    }, signal);
  }

  async *answers(id: string, signal?: AbortSignal): AsyncIterable<BatchedAnswer> {
    try {
      for await (const line of await this.client.messages.batches.results(id, {}, { signal })) yield answerOf(line);
    } catch (error) {
      throw signal?.aborted ? llmError('llm.aborted') : ofBatch(anthropicError(error, true));
    }
  }

  latest(signal?: AbortSignal): Promise<readonly BatchSummary[]> {
    return attempt(async () => {
      const { data } = await this.client.messages.batches.list({ limit: LATEST }, { signal });
      return data.map(({ id, created_at: createdAt, request_counts: counts }) => ({
        id,
        submittedAt: new Date(createdAt),
        size: counts.processing + counts.succeeded + counts.errored + counts.canceled + counts.expired,
      }));
    }, signal);
  }
}

function answerOf({ custom_id: key, result }: Anthropic.Messages.MessageBatchIndividualResponse): BatchedAnswer {
  switch (result.type) {
    case 'succeeded':
      return { key, completion: completionOf(result.message, 0) };
    case 'errored':
      return {
        key,
        code: result.error.error.type === 'invalid_request_error' ? 'llm.bad-request' : 'llm.unavailable',
      };
    case 'canceled':
    case 'expired':
      return { key, code: 'llm.aborted' };
  }
}

async function attempt<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw signal?.aborted ? llmError('llm.aborted') : ofBatch(anthropicError(error, false));
  }
}
