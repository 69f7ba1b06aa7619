import type { InboundRow } from './inbound-row.js';

/** The columns of what asks for silence among these messages, mostly none, for `INSERT_INBOUND`. */
export function quietColumns(rows: readonly InboundRow[]): unknown[][] {
  const asking = rows.flatMap(({ id, parties, message, quiet }) =>
    quiet ? [{ id, chatId: parties.chatId, sentAt: message.sentAt, until: quiet.until }] : [],
  );
  return [
    asking.map(({ id }) => id),
    asking.map(({ chatId }) => chatId),
    asking.map(({ sentAt }) => sentAt),
    asking.map(({ until }) => until),
  ];
}
