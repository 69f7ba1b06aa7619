import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

import { DATE_ORDERS, type DateOrder } from './date-order.js';

/** The multipart form of an import. */
export class ImportFormDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'the .txt or .zip of "Export chat"' })
  readonly file!: unknown;

  @ApiProperty({ description: 'your own name as it stands in the chat' })
  readonly me!: string;

  @ApiPropertyOptional({ description: 'time zone of the phone, such as Europe/Madrid; none: that of this machine' })
  readonly zone?: string;

  @ApiPropertyOptional({ description: 'phone, chat id or name of the chat; none: told from the file name' })
  readonly chat?: string;

  @ApiPropertyOptional({ enum: DATE_ORDERS, description: 'none: told from the dates of the file' })
  readonly date_order?: DateOrder;

  @ApiPropertyOptional({
    type: Boolean,
    default: true,
    description: 'false refuses a file whose dates can be read in two ways, instead of guessing',
  })
  readonly guess?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    default: true,
    description:
      'false refuses a file that has hardly any of the messages imported into its chat before: read with another zone or order of dates, all would be stored twice',
  })
  readonly add?: boolean;
}

/** The import goes on by itself: `GET /api/conversations/tasks/{task_id}` tells how far it is. */
export class ImportAcceptedDto {
  @ApiProperty()
  readonly task_id!: string;
}
