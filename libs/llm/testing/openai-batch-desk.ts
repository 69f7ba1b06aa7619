import type { OpenAiAnswer } from './openai-answer.js';
import type { OpenAiBody } from './openai-body.js';
import type { OpenAiCompletion } from './openai-events.js';
import type { Refusal } from './openai-rules.js';

const KEY = /^[a-zA-Z0-9_-]{1,64}$/;

interface Question {
  readonly custom_id: string;
  readonly method: string;
  readonly url: string;
  readonly body: OpenAiBody;
}

interface Batch {
  readonly id: string;
  readonly createdAt: Date;
  readonly questions: readonly Question[];
  readonly metadata: object | null;
  looks: number;
}

export interface OpenAiReply {
  readonly status: number;
  /** JSON; a text is JSON lines. */
  readonly body: object | string;
}

/** What the desk needs of the server around it. */
export interface OpenAiSurroundings {
  readonly answer: (body: OpenAiBody) => OpenAiAnswer;
  readonly refusal: (body: OpenAiBody) => Refusal | undefined;
  readonly completion: (body: OpenAiBody, answer: OpenAiAnswer & { readonly kind: 'text' }) => OpenAiCompletion;
}

/** `/v1/files` and `/v1/batches`: each batch has ended when it was looked at `looksUntilEnd` times. */
export class OpenAiBatchDesk {
  readonly submitted: (readonly Question[])[] = [];
  /** The fields beside the file of each upload, and the body of each batch without its file. */
  readonly uploads: string[] = [];
  readonly created: object[] = [];
  looksUntilEnd = 1;
  private readonly files = new Map<string, string>();
  private readonly batches: Batch[] = [];

  constructor(private readonly surroundings: OpenAiSurroundings) {}

  reset(): void {
    this.submitted.length = 0;
    this.uploads.length = 0;
    this.created.length = 0;
    this.batches.length = 0;
    this.files.clear();
    this.looksUntilEnd = 1;
  }

  covers(path: string): boolean {
    return /^\/v1\/(files|batches)\b/.test(path);
  }

  reply(method: string, url: string, text: string): OpenAiReply {
    const [path = ''] = url.split('?');
    const [, , kind, id, part] = path.split('/');
    if (kind === 'files') return id ? this.content(id, part) : this.upload(text);
    if (!id) return method === 'POST' ? this.create(text) : this.list();
    const batch = this.batches.find((one) => one.id === id);
    if (!batch) return refused(404, 'no such batch');
    batch.looks += 1;
    return { status: 200, body: this.describe(batch) };
  }

  /** A form with the file and its purpose. */
  private upload(form: string): OpenAiReply {
    if (!form.includes('name="purpose"\r\n\r\nbatch\r\n')) return refused(400, 'purpose: required');
    const content = /filename="[^"]+\.jsonl"[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(form)?.[1];
    if (content === undefined) return refused(400, 'file: a .jsonl is required');
    const id = `file-${this.files.size + 1}`;
    this.files.set(id, content);
    this.uploads.push(form.replace(content, ''));
    return { status: 200, body: { id, object: 'file', purpose: 'batch', bytes: content.length } };
  }

  private create(text: string): OpenAiReply {
    const { input_file_id: file, ...rest } = JSON.parse(text) as { input_file_id: string; metadata?: object };
    const content = this.files.get(file);
    if (content === undefined) return refused(400, 'input_file_id: no such file');
    const questions = content.split('\n').map((line) => JSON.parse(line) as Question);
    const keys = questions.map(({ custom_id: key }) => key);
    const wrong = questions.some(({ method, url }) => method !== 'POST' || url !== '/v1/chat/completions');
    if (wrong || !keys.every((key) => KEY.test(key)) || new Set(keys).size < keys.length) {
      return refused(400, 'a line of the file is wrong');
    }
    const id = `batch_${this.batches.length + 1}`;
    const batch = { id, createdAt: new Date(), questions, metadata: rest.metadata ?? null, looks: 0 };
    this.batches.push(batch);
    this.submitted.push(questions);
    this.created.push(rest);
    return { status: 200, body: this.describe(batch) };
  }

  private list(): OpenAiReply {
    const data = this.batches.toReversed().map((batch) => this.describe(batch));
    return { status: 200, body: { object: 'list', data, has_more: false, first_id: null, last_id: null } };
  }

  private content(id: string, part: string | undefined): OpenAiReply {
    const content = this.files.get(id);
    return content === undefined || part !== 'content' ? refused(404, 'no such file') : { status: 200, body: content };
  }

  private describe(batch: Batch): object {
    const { id, createdAt, questions, metadata, looks } = batch;
    const ended = looks >= this.looksUntilEnd;
    if (ended && !this.files.has(`${id}-output`)) this.end(batch);
    return {
      id,
      object: 'batch',
      endpoint: '/v1/chat/completions',
      completion_window: '24h',
      status: ended ? 'completed' : looks === 0 ? 'validating' : 'in_progress',
      created_at: Math.floor(createdAt.getTime() / 1000),
      request_counts: { total: looks === 0 ? 0 : questions.length, completed: 0, failed: 0 },
      metadata,
      ...(ended && { output_file_id: `${id}-output`, error_file_id: `${id}-errors` }),
    };
  }

  /** Answers go into one file, errors into the other, both in another order than they were asked. */
  private end({ id, questions }: Batch): void {
    const lines = questions.toReversed().map(({ custom_id, body }) => ({ custom_id, ...this.resultOf(body) }));
    const text = (some: readonly object[]) => some.map((line) => JSON.stringify(line)).join('\n');
    const answered = lines.filter(({ response }) => response?.status_code === 200);
    this.files.set(`${id}-output`, text(answered));
    this.files.set(`${id}-errors`, text(lines.filter((line) => !answered.includes(line))));
  }

  private resultOf(body: OpenAiBody): { response: { status_code: number; body: object } | null; error: object | null } {
    const refusal = this.surroundings.refusal(body);
    if (refusal) return { response: { status_code: refusal.status, body: refusal.body }, error: null };
    const answer = this.surroundings.answer(body);
    switch (answer.kind) {
      case 'text':
        return { response: { status_code: 200, body: this.surroundings.completion(body, answer) }, error: null };
      case 'error': {
        const error = { message: answer.message ?? 'scripted', code: answer.code ?? null, ...answer.more };
        return { response: { status_code: answer.status, body: { error } }, error: null };
      }
      case 'hang':
        return {
          response: null,
          error: { code: 'batch_expired', message: 'This request could not be executed in time.' },
        };
      case 'body':
        return { response: { status_code: 200, body: JSON.parse(answer.body) as object }, error: null };
      case 'cut':
      case 'error-event':
        return { response: { status_code: 500, body: {} }, error: null };
    }
  }
}

function refused(status: number, message: string): OpenAiReply {
  return { status, body: { error: { message, type: 'invalid_request_error', param: null, code: null } } };
}
