import { IsIn, IsInt, IsNumber, IsOptional, IsString, IsUrl, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

const PROVIDERS = ['anthropic', 'openai-compatible', 'offline'] as const;

export type LlmProviderName = (typeof PROVIDERS)[number];

/** Which model answers, how it answers, and how long we wait for it. */
export class LlmConfig {
  @FromEnv('LLM_PROVIDER', {
    about:
      'anthropic, openai-compatible (Groq, OpenAI, Gemini, Ollama, …) or offline; none: the one whose key or address is set, else offline',
  })
  @IsOptional()
  @IsIn(PROVIDERS)
  readonly chosenProvider?: LlmProviderName;

  @FromEnv('LLM_FALLBACK_PROVIDER', {
    about: 'another provider that answers while the first one cannot: anthropic, openai-compatible or offline',
  })
  @IsOptional()
  @IsIn(PROVIDERS)
  readonly fallbackProvider?: LlmProviderName;

  @FromEnv('ANTHROPIC_API_KEY', { about: 'key of the Anthropic API', secret: true })
  @IsOptional()
  @IsString()
  readonly anthropicApiKey?: string;

  @FromEnv('ANTHROPIC_BASE_URL', { about: 'another address of the Anthropic API, such as a gateway of your own' })
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true })
  readonly anthropicBaseUrl?: string;

  @FromEnv('GROQ_API_KEY', { about: 'key of Groq: enough by itself to answer from there', secret: true })
  @IsOptional()
  @IsString()
  readonly groqApiKey?: string;

  @FromEnv('GROQ_MODEL', { default: 'llama-3.3-70b-versatile', about: 'model at Groq, unless LLM_MODEL names one' })
  @IsString()
  readonly groqModel!: string;

  @FromEnv('LLM_BASE_URL', {
    about:
      'address of an OpenAI-compatible API, with its version: https://api.openai.com/v1, http://127.0.0.1:11434/v1',
  })
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['https', 'http'] })
  readonly baseUrl?: string;

  @FromEnv('LLM_API_KEY', { about: 'key of the API at LLM_BASE_URL; a server of your own may need none', secret: true })
  @IsOptional()
  @IsString()
  readonly apiKey?: string;

  @FromEnv('LLM_MODEL', { about: 'model at LLM_BASE_URL, for people and tasks alike' })
  @IsOptional()
  @IsString()
  readonly model?: string;

  @FromEnv('LLM_CHAT_MODEL', {
    about: 'model that answers people; none: LLM_MODEL, with Anthropic claude-sonnet-5-5',
  })
  @IsOptional()
  @IsString()
  readonly chatModel?: string;

  @FromEnv('LLM_TASK_MODEL', {
    about: 'model that tags, extracts and summarises; none: LLM_MODEL, with Anthropic claude-haiku-5-5',
  })
  @IsOptional()
  @IsString()
  readonly taskModel?: string;

  @FromEnv('LLM_TIMEOUT_MS', { default: '60000', about: 'longest wait for one answer, in milliseconds' })
  @IsInt()
  @Min(100)
  @Max(600_000)
  readonly timeoutMs!: number;

  @FromEnv('LLM_MAX_TOKENS', { default: '500', about: 'longest answer, in tokens' })
  @IsInt()
  @Min(1)
  @Max(64_000)
  readonly maxTokens!: number;

  @FromEnv('LLM_TEMPERATURE', {
    default: '0.8',
    about: 'how freely people are answered, 0 to 2; tasks run at 0, and Claude takes none',
  })
  @IsNumber()
  @Min(0)
  @Max(2)
  readonly temperature!: number;

  @FromEnv('LLM_TOP_P', {
    default: '0.9',
    about: 'share of likely words to choose from when people are answered, 0 to 1',
  })
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly topP!: number;

  @FromEnv('LLM_FREQUENCY_PENALTY', { default: '0.3', about: 'against saying the same words again, -2 to 2' })
  @IsNumber()
  @Min(-2)
  @Max(2)
  readonly frequencyPenalty!: number;

  @FromEnv('LLM_PRESENCE_PENALTY', { default: '0.3', about: 'towards new subjects, -2 to 2' })
  @IsNumber()
  @Min(-2)
  @Max(2)
  readonly presencePenalty!: number;

  get provider(): LlmProviderName {
    if (this.chosenProvider) return this.chosenProvider;
    if (this.anthropicApiKey) return 'anthropic';
    return this.groqApiKey || this.baseUrl ? 'openai-compatible' : 'offline';
  }
}
