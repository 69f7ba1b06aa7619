import type { QueuedMessage } from './phone-message.js';

/** A message as the network keeps it. */
export interface MailboxRow {
  readonly seq: string;
  readonly id: string;
  readonly chat: string;
  readonly chat_name: string | null;
  readonly sender: string;
  readonly sender_phone: string | null;
  readonly sender_lid: string | null;
  readonly sender_name: string | null;
  readonly from_me: boolean;
  readonly kind: QueuedMessage['kind'];
  readonly body: string;
  readonly quoted_id: string | null;
  readonly quotes_me: boolean;
  readonly mentions: string[];
  readonly sent_at: Date;
  readonly queued_at: Date;
}

export function queuedMessage(row: MailboxRow): QueuedMessage {
  return {
    seq: row.seq,
    id: row.id,
    chat: row.chat,
    chatName: row.chat_name ?? undefined,
    sender: row.sender,
    senderPhone: row.sender_phone ?? undefined,
    senderLid: row.sender_lid ?? undefined,
    senderName: row.sender_name ?? undefined,
    fromMe: row.from_me,
    kind: row.kind,
    body: row.body,
    quotedId: row.quoted_id ?? undefined,
    quotesMe: row.quotes_me,
    mentions: row.mentions,
    sentAt: row.sent_at,
    queuedAt: row.queued_at,
  };
}
