import type { AnthropicAnswer } from './anthropic-answer.js';
import type { AnthropicBody } from './anthropic-body.js';
import type { AnthropicMessage } from './anthropic-events.js';
import { refusalOf } from './anthropic-rules.js';

const PATH = '/v1/messages/batches';
const KEY = /^[a-zA-Z0-9_-]{1,64}$/;

interface Question {
  readonly custom_id: string;
  readonly params: AnthropicBody;
}

interface Batch {
  readonly id: string;
  readonly createdAt: Date;
  readonly questions: readonly Question[];
  looks: number;
}

export interface BatchReply {
  readonly status: number;
  /** JSON; a text is JSON lines. */
  readonly body: object | string;
}

/** What the desk needs of the server around it. */
export interface BatchSurroundings {
  readonly url: () => string;
  readonly answer: (body: AnthropicBody) => AnthropicAnswer;
  readonly message: (body: AnthropicBody, text: string, stopReason?: string) => AnthropicMessage;
}

/** The Message Batches API: each batch has ended when it was looked at `looksUntilEnd` times. */
export class AnthropicBatchDesk {
  readonly submitted: (readonly Question[])[] = [];
  looksUntilEnd = 1;
  private readonly batches: Batch[] = [];

  constructor(private readonly surroundings: BatchSurroundings) {}

  reset(): void {
    this.submitted.length = 0;
    this.batches.length = 0;
    this.looksUntilEnd = 1;
  }

  covers(url: string): boolean {
    return url.startsWith(PATH);
  }

  reply(method: string, url: string, body: unknown): BatchReply {
    const [path = ''] = url.split('?');
    if (path === PATH) return method === 'POST' ? this.create(body) : this.list();
    const [id = '', part] = path.slice(PATH.length + 1).split('/');
    const batch = this.batches.find((one) => one.id === id);
    if (!batch) return refused(404, 'not_found_error', 'no such batch');
    if (part === 'results') return this.results(batch);
    batch.looks += 1;
    return { status: 200, body: this.describe(batch) };
  }

  private create(body: unknown): BatchReply {
    const { requests = [] } = body as { readonly requests?: readonly Question[] };
    const keys = requests.map(({ custom_id: key }) => key);
    if (requests.length === 0) return refused(400, 'invalid_request_error', 'requests: required');
    if (!keys.every((key) => KEY.test(key)) || new Set(keys).size < keys.length) {
      return refused(400, 'invalid_request_error', 'custom_id: must be unique and match');
    }
    const batch = { id: `msgbatch_${this.batches.length + 1}`, createdAt: new Date(), questions: requests, looks: 0 };
    this.batches.push(batch);
    this.submitted.push(requests);
    return { status: 200, body: this.describe(batch) };
  }

  private list(): BatchReply {
    const data = this.batches.toReversed().map((batch) => this.describe(batch));
    return { status: 200, body: { data, has_more: false, first_id: null, last_id: null } };
  }

  private results(batch: Batch): BatchReply {
    if (!this.hasEnded(batch)) return refused(404, 'not_found_error', 'results are not ready');
    // In another order than they were asked.
    const lines = batch.questions
      .toReversed()
      .map(({ custom_id, params }) => JSON.stringify({ custom_id, result: this.resultOf(params) }));
    return { status: 200, body: lines.join('\n') };
  }

  private resultOf(body: AnthropicBody): object {
    const refusal = refusalOf(body);
    if (refusal) return errored('invalid_request_error', refusal);
    const answer = this.surroundings.answer(body);
    switch (answer.kind) {
      case 'text':
        return { type: 'succeeded', message: this.surroundings.message(body, answer.text, answer.stopReason) };
      case 'error':
        return errored(answer.type, answer.message ?? 'scripted');
      case 'hang':
        return { type: 'expired' };
      case 'body':
      case 'cut':
      case 'error-event':
        return errored('api_error', 'scripted');
    }
  }

  private describe(batch: Batch): object {
    const ended = this.hasEnded(batch);
    const size = batch.questions.length;
    return {
      id: batch.id,
      type: 'message_batch',
      processing_status: ended ? 'ended' : 'in_progress',
      request_counts: {
        processing: ended ? 0 : size,
        succeeded: ended ? size : 0,
        errored: 0,
        canceled: 0,
        expired: 0,
      },
      created_at: batch.createdAt.toISOString(),
      expires_at: new Date(batch.createdAt.getTime() + 86_400_000).toISOString(),
      ended_at: ended ? new Date().toISOString() : null,
      archived_at: null,
      cancel_initiated_at: null,
      results_url: ended ? `${this.surroundings.url()}${PATH}/${batch.id}/results` : null,
    };
  }

  private hasEnded({ looks }: Batch): boolean {
    return looks >= this.looksUntilEnd;
  }
}

function errored(type: string, message: string): object {
  return { type: 'errored', error: { type: 'error', error: { type, message }, request_id: null } };
}

function refused(status: number, type: string, message: string): BatchReply {
  return { status, body: { type: 'error', error: { type, message }, request_id: 'req_test' } };
}
