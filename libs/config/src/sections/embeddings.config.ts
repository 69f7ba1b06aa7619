import { IsOptional, IsString, IsUrl } from 'class-validator';

import { FromEnv } from '../variable.js';

/** What turns text into vectors, so that memories are found by meaning as well as by words. None of it is needed. */
export class EmbeddingsConfig {
  @FromEnv('EMBEDDINGS_BASE_URL', {
    about: 'address of an OpenAI-compatible API with /embeddings, with its version; none: memories are found by words',
  })
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['https', 'http'] })
  readonly baseUrl?: string;

  @FromEnv('EMBEDDINGS_API_KEY', {
    about: 'key of the API at EMBEDDINGS_BASE_URL; a server of your own may need none',
    secret: true,
  })
  @IsOptional()
  @IsString()
  readonly apiKey?: string;

  @FromEnv('EMBEDDINGS_MODEL', { about: 'embedding model at EMBEDDINGS_BASE_URL' })
  @IsOptional()
  @IsString()
  readonly model?: string;

  @FromEnv('EMBEDDINGS_MODEL_PATH', {
    about: 'instead of an API: folder of a sentence-embedding model of your own (model.onnx and tokenizer.json)',
  })
  @IsOptional()
  @IsString()
  readonly modelPath?: string;
}
