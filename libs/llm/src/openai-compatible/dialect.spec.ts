import { dialectOf, simplerDialect } from './dialect.js';

const OLLAMA = 'http://127.0.0.1:11434/v1';
const OPENAI = 'https://api.openai.com/v1';
const GROQ = 'https://api.groq.com/openai/v1';
const GEMINI = 'https://generativelanguage.googleapis.com/v1beta/openai/';
const ALL = new Set([
  ...['max_tokens', 'temperature', 'top_p', 'frequency_penalty', 'presence_penalty', 'reasoning_effort'],
  ...['response_format', 'stream_options'],
]);

describe('dialectOf', () => {
  it.each([
    [OPENAI, 'gpt-4o', { longest: 'max_completion_tokens', sampling: true, penalties: true, extraTokens: 0 }],
    [OPENAI, 'gpt-5-mini', { longest: 'max_completion_tokens', sampling: false, penalties: false, effort: 'low' }],
    [OPENAI, 'gpt-5-chat-latest', { sampling: true, effort: undefined }],
    [OPENAI, 'o4-mini', { sampling: false, effort: 'low', extraTokens: 4_096 }],
    [GROQ, 'llama-3.3-70b-versatile', { longest: 'max_completion_tokens', sampling: true, penalties: true }],
    [GROQ, 'openai/gpt-oss-120b', { sampling: true, effort: 'low', extraTokens: 4_096 }],
    [GROQ, 'qwen/qwen3-32b', { effort: undefined, extraTokens: 4_096 }],
    [GEMINI, 'gemini-2.5-flash', { longest: 'max_tokens', penalties: false, sampling: true, effort: 'low' }],
    [GEMINI, 'gemini-2.0-flash', { penalties: false, effort: undefined, extraTokens: 0 }],
    [OLLAMA, 'llama3.2', { longest: 'max_tokens', sampling: true, penalties: true, effort: undefined }],
    [OLLAMA, 'deepseek-r1:8b', { longest: 'max_tokens', extraTokens: 4_096 }],
    ['https://notopenai.com/v1', 'm', { longest: 'max_tokens' }],
  ])('knows %s, %s', (baseUrl, model, expected) => {
    expect(dialectOf(baseUrl, model)).toMatchObject(expected);
  });
});

describe('simplerDialect', () => {
  const dialect = dialectOf(OLLAMA, 'gpt-oss:20b');

  it.each([
    [
      "Unsupported parameter: 'max_tokens' … Use 'max_completion_tokens' instead.",
      { longest: 'max_completion_tokens' },
    ],
    ['This model does not support response format `json_schema`', { json: 'object' }],
    ["Invalid schema for response_format 'tags'", { json: 'object' }],
    ["Unsupported value: 'temperature' does not support 0.8", { sampling: false }],
    ['`temperature` and `top_p` cannot both be specified', { sampling: false }],
    ['Penalty is not enabled for models/gemini-2.5-flash', { penalties: false }],
    ['Unknown name "frequency_penalty": Cannot find field.', { penalties: false }],
    ['reasoning_effort is not supported', { effort: undefined }],
    ['stream_options: Extra inputs are not permitted', { streamUsage: false }],
  ])('leaves out what is refused: %s', (refusal, expected) => {
    expect(simplerDialect(dialect, refusal, ALL)).toEqual(
      expect.objectContaining({ ...dialect, ...expected, longestSwapped: 'longest' in expected }),
    );
  });

  it.each([
    'The model `nope` does not exist',
    'max_tokens is too large: 64000. This model supports at most 16384 completion tokens',
    'messages: too long',
  ])('does not try again over: %s', (refusal) => {
    expect(simplerDialect(dialect, refusal, ALL)).toBeUndefined();
  });

  it('does not try again over what was not sent', () => {
    expect(simplerDialect(dialect, 'temperature is not supported', new Set(['model']))).toBeUndefined();
  });

  it('comes to an end, whatever a server refuses', () => {
    const everything =
      'response_format max_tokens max_completion_tokens unsupported penalty temperature reasoning stream_options';
    let last: typeof dialect | undefined = dialect;
    let steps = 0;
    while (last && steps < 20) {
      steps += 1;
      const sent = new Set([
        ...[last.longest as string, ...(last.json === 'words' ? [] : ['response_format'])],
        ...[...(last.penalties ? ['presence_penalty'] : []), ...(last.sampling ? ['temperature'] : [])],
        ...[...(last.effort ? ['reasoning_effort'] : []), ...(last.streamUsage ? ['stream_options'] : [])],
      ]);
      last = simplerDialect(last, everything, sent);
    }
    expect(steps).toBe(8);
  });
});
