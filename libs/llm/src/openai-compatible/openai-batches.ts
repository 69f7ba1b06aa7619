import { toFile, type OpenAI } from 'openai';

import { ofBatch } from '../http-failure.js';
import { llmError } from '../llm.errors.js';
import { ModelBatches, type BatchedAnswer, type BatchedQuestion, type BatchSummary } from '../port/model-batches.js';
import type { Dialect } from './dialect.js';
import type { Dialects } from './dialects.js';
import { completionOf, failedGeneration, type PromptTurns } from './openai-completion.js';
import { openAiError } from './openai-error.js';
import { openAiRequest } from './openai-request.js';
import { samplingOf } from './sampling.js';

/** How many of the latest batches are looked at. */
const LATEST = 20;
const ENDPOINT = '/v1/chat/completions';
/** Files hold what people said: they go away by themselves, two days later. */
const KEPT = { anchor: 'created_at', seconds: 2 * 86_400 } as const;
const ENDED: readonly OpenAI.Batch['status'][] = ['completed', 'failed', 'expired', 'cancelled'];

export interface OpenAiBatchesOptions {
  readonly taskModel: string;
  readonly maxTokens: number;
  /** Whether files can be given a time to live. */
  readonly filesExpire: boolean;
}

/** One line of the files of a batch that has ended. */
interface AnswerLine {
  readonly custom_id: string;
  readonly response?: {
    readonly status_code: number;
    readonly body: OpenAI.Chat.ChatCompletion & { error?: ErrorBody };
  } | null;
  readonly error?: { readonly code?: string } | null;
}

interface ErrorBody {
  readonly message?: string;
  readonly code?: string;
  readonly failed_generation?: string;
}

/** Batches of OpenAI and Groq: a file of questions goes up, one of answers comes down. */
export class OpenAiBatches extends ModelBatches {
  constructor(
    private readonly client: OpenAI,
    private readonly dialects: Dialects,
    private readonly options: OpenAiBatchesOptions,
  ) {
    super();
  }

  submit(questions: readonly BatchedQuestion[], signal?: AbortSignal): Promise<string> {
    const { filesExpire } = this.options;
    const lines = questions.map((question) => JSON.stringify(this.lineOf(question))).join('\n');
    return attempt(async () => {
      const file = await toFile(Buffer.from(lines), 'questions.jsonl');
      const expiry = filesExpire ? { expires_after: KEPT } : {};
      const { id: input } = await this.client.files.create({ file, purpose: 'batch', ...expiry }, { signal });
      const batch = await this.client.batches.create(
        {
          input_file_id: input,
          endpoint: ENDPOINT,
          completion_window: '24h',
          // The provider's own count is 0 until it has looked at the file.
          metadata: { size: String(questions.length) },
          ...(filesExpire && { output_expires_after: KEPT }),
        },
        { signal },
      );
      return batch.id;
    }, signal);
  }

  hasEnded(id: string, signal?: AbortSignal): Promise<boolean> {
    return attempt(async () => ENDED.includes((await this.client.batches.retrieve(id, { signal })).status), signal);
  }

  async *answers(id: string, signal?: AbortSignal): AsyncIterable<BatchedAnswer> {
    const { output_file_id: output, error_file_id: failed } = await attempt(
      () => this.client.batches.retrieve(id, { signal }),
      signal,
    );
    const asked = this.dialects.of(this.options.taskModel);
    for (const file of [output, failed]) {
      if (!file) continue;
      const text = await attempt(async () => (await this.client.files.content(file, { signal })).text(), signal);
      for (const line of text.split('\n')) if (line.trim()) yield this.answerOf(JSON.parse(line) as AnswerLine, asked);
    }
  }

  latest(signal?: AbortSignal): Promise<readonly BatchSummary[]> {
    return attempt(async () => {
      const { data } = await this.client.batches.list({ limit: LATEST }, { signal });
      return data.map(({ id, created_at: createdAt, metadata, request_counts: counts }) => ({
        id,
        submittedAt: new Date(createdAt * 1000),
        size: Number(metadata?.size ?? counts?.total ?? 0),
      }));
    }, signal);
  }

  private lineOf({ key, request }: BatchedQuestion): object {
    const { taskModel: model, maxTokens } = this.options;
    const dialect = this.dialects.of(model);
    const sampling = samplingOf({ ...request, purpose: 'tagging' }, {});
    const body = openAiRequest(request, { model, dialect, maxTokens, sampling, schema: request.schema });
    return { custom_id: key, method: 'POST', url: ENDPOINT, body };
  }

  private answerOf({ custom_id: key, response, error }: AnswerLine, asked: Dialect): BatchedAnswer {
    if (response?.status_code === 200) return completed(key, response.body);
    if (error?.code === 'batch_expired' || error?.code === 'batch_cancelled') return { key, code: 'llm.aborted' };
    const refusal = response?.body.error;
    const failed = refusal && failedGeneration(refusal, this.options.taskModel);
    if (failed) return completed(key, failed);
    if (response?.status_code !== 400 && response?.status_code !== 422) return { key, code: 'llm.unavailable' };
    // What can be left out is left out of the next batch: asked again, this question may be answered.
    const learned = this.dialects.learn(this.options.taskModel, asked, refusal?.message ?? '');
    return { key, code: learned ? 'llm.unavailable' : 'llm.bad-request' };
  }
}

function completed(key: string, body: OpenAI.Chat.ChatCompletion): BatchedAnswer {
  try {
    return { key, completion: completionOf(body, NO_PROMPT, 0) };
  } catch {
    return { key, code: 'llm.unavailable' };
  }
}

/** A batch counts its own tokens. */
const NO_PROMPT: PromptTurns = [];

async function attempt<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw signal?.aborted ? llmError('llm.aborted') : ofBatch(openAiError(error, false));
  }
}
