import { IsInt, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

/** How long the files of exported chats stay. */
export class ExportConfig {
  @FromEnv('EXPORT_RETENTION_HOURS', {
    default: '24',
    about: 'exported chats can be downloaded for so long, then their files are removed, in hours',
  })
  @IsInt()
  @Min(1)
  @Max(8_760)
  readonly retentionHours!: number;
}
