import { OpenAiServer, ownAnswer, type OpenAiBody } from '#llm/testing';
import { TestProcess } from '#testing/app';

/** What a message bears so that it, and its answer, can be told from all others. */
export const MARK = /talk-\d+/g;

export interface ConversationStageOptions {
  readonly databaseUrl: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Two `api` processes, a worker, and a model that names in its answer the mark of what it was asked. */
export class ConversationStage {
  private constructor(
    readonly apis: readonly [TestProcess, TestProcess],
    private readonly worker: TestProcess,
    private readonly model: OpenAiServer,
  ) {}

  static async open({ databaseUrl, env = {} }: ConversationStageOptions): Promise<ConversationStage> {
    const model = await OpenAiServer.start();
    model.answerBy = (body) => (body.stream ? { kind: 'text', text: echo(body) } : ownAnswer(body));
    const settings = {
      LLM_PROVIDER: 'openai-compatible',
      LLM_BASE_URL: model.url,
      LLM_API_KEY: OpenAiServer.KEY,
      LLM_MODEL: 'gpt-4o',
      MESSAGE_RATE_LIMIT: '0/minute',
      ...env,
    };
    // One after the other: each takes the whole machine until it is ready.
    const worker = await TestProcess.start(databaseUrl, settings, 'worker');
    const first = await TestProcess.start(databaseUrl, settings, 'api');
    const second = await TestProcess.start(databaseUrl, settings, 'api');
    return new ConversationStage([first, second], worker, model);
  }

  /** With the admin key, or with a person's token. */
  async post<T>(path: string, body: object, token?: string): Promise<T> {
    const response = await this.apis[0].request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async close(): Promise<void> {
    await Promise.all([...this.apis, this.worker].map((process) => process.end('SIGKILL')));
    await this.model.stop();
  }
}

function echo({ messages }: OpenAiBody): string {
  const asked = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  return `You are ${asked.match(MARK)?.at(-1) ?? 'nobody'}. What can I do for you today?`;
}
