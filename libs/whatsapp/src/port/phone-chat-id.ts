const PHONE_CHAT = /^(\d{5,15})(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/;
const PHONE = /^\+?(\d{5,15})$/;

/** The phone of a direct chat as +E.164, or null: a LID, a group and a channel don't show theirs. */
export function phoneOfChatId(chatId: string): string | null {
  const digits = PHONE_CHAT.exec(chatId)?.[1];
  return digits === undefined ? null : `+${digits}`;
}

/** The direct chat with a phone (`+34600000001` or `34600000001`), or null when it isn't a phone number of 5 to 15 digits. */
export function directChatIdOf(phone: string): string | null {
  const digits = PHONE.exec(phone)?.[1];
  return digits === undefined ? null : `${digits}@c.us`;
}
