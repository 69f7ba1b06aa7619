import { IsBoolean, IsInt, IsNumber, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

/** What is remembered of people. */
export class MemoryConfig {
  @FromEnv('MEMORY_ENABLED', { default: 'true', about: 'remember what people say; off, nothing new is taken in' })
  @IsBoolean()
  readonly enabled!: boolean;

  @FromEnv('MEMORY_CONTEXT_WINDOW', {
    default: '20',
    about: 'messages of a chat that an answer sees word for word; older ones are summarised',
  })
  @IsInt()
  @Min(2)
  @Max(200)
  readonly contextWindow!: number;

  @FromEnv('MEMORY_RETENTION_DAYS', {
    default: '90',
    about: 'days after which a memory goes that is neither important nor was said again',
  })
  @IsInt()
  @Min(1)
  @Max(36_500)
  readonly retentionDays!: number;

  @FromEnv('FACT_EXTRACTION_THRESHOLD', {
    default: '0.7',
    about: 'confidence, 0 to 1, below which a memory waits until it is said again or approved',
  })
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly threshold!: number;

  @FromEnv('MEMORY_MAX_FACTS', { default: '10', about: 'memories that an answer sees, at the most' })
  @IsInt()
  @Min(0)
  @Max(50)
  readonly maxFacts!: number;

  @FromEnv('MEMORY_INDEX_BYTES', {
    default: '134217728',
    about: 'bytes of memory, roughly, for the search indexes of chats; those not used for the longest time go first',
  })
  @IsInt()
  @Min(1_048_576)
  readonly indexBytes!: number;
}
