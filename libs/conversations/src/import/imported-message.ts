import type { MessageContent } from './message-content.js';

/** One message of an export, read. */
export interface ImportedMessage extends MessageContent {
  /** Its place in the file, from 0. */
  readonly index: number;
  /** `import:…`, the same in each export of its chat. */
  readonly externalId: string;
  readonly sentAt: Date;
  /** Null for what WhatsApp itself wrote. */
  readonly author: string | null;
}
