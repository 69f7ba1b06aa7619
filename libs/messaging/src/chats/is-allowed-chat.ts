/** Whose chat it is, as far as the allow list asks. */
export interface ListedChat {
  /** What the operator has set for this chat; null follows the list. */
  readonly allowed: boolean | null;
  /** WhatsApp's id of the chat. */
  readonly externalId: string;
  /** The phone numbers of its person, digits only. */
  readonly phones: readonly string[];
}

/** Whether anything is said in a chat at all. An empty list lets everybody in; its entries are phones, chat ids, or both. */
export function isAllowedChat({ allowed, externalId, phones }: ListedChat, allowList: readonly string[]): boolean {
  if (allowed !== null) return allowed;
  if (allowList.length === 0) return true;
  return allowList.some((entry) => entry === externalId || phones.includes(phoneOf(entry)));
}

/** The digits of a phone number, also when it is written as a chat id; '' for other ids. */
function phoneOf(entry: string): string {
  const [user = '', server] = entry.split('@');
  return server === undefined || server === 'c.us' ? user.replace(/[^\d]/g, '') : '';
}
