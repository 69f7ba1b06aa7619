import { IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

export type LlmProviderName = 'anthropic' | 'openai-compatible' | 'offline';

/** Which model answers, and how long we wait for it. */
export class LlmConfig {
  @FromEnv('LLM_PROVIDER', {
    about: 'anthropic, openai-compatible or offline; none: anthropic when its key is set, else offline',
  })
  @IsOptional()
  @IsIn(['anthropic', 'openai-compatible', 'offline'])
  readonly chosenProvider?: LlmProviderName;

  @FromEnv('ANTHROPIC_API_KEY', { about: 'key of the Anthropic API', secret: true })
  @IsOptional()
  @IsString()
  readonly anthropicApiKey?: string;

  @FromEnv('ANTHROPIC_BASE_URL', { about: 'another address of the Anthropic API, such as a gateway of your own' })
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true })
  readonly anthropicBaseUrl?: string;

  @FromEnv('LLM_CHAT_MODEL', { default: 'claude-sonnet-5-5', about: 'model that answers people' })
  @IsString()
  readonly chatModel!: string;

  @FromEnv('LLM_TASK_MODEL', { default: 'claude-haiku-5-5', about: 'model that tags and extracts' })
  @IsString()
  readonly taskModel!: string;

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

  get provider(): LlmProviderName {
    return this.chosenProvider ?? (this.anthropicApiKey ? 'anthropic' : 'offline');
  }
}
