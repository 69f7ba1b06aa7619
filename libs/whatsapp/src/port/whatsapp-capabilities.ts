/** What an adapter can do beyond the port's minimum. Ask here before relying on it. */
export interface WhatsAppCapabilities {
  /** The message id we choose is the one the network uses, so a send can be looked up after a crash. */
  readonly premadeIds: boolean;
  /** `lookup` reads the account's own history; without it `historyComplete` is always false. */
  readonly lookup: boolean;
  readonly typing: boolean;
  readonly readMarks: boolean;
  readonly quotes: boolean;
  readonly edits: boolean;
  readonly revokes: boolean;
  readonly reactions: boolean;
  readonly groups: boolean;
  /** `history` and `chats` read what the account has, from before the connection, too. */
  readonly history: boolean;
  readonly presence: boolean;
  readonly media: boolean;
  /** A phone can be linked by a code that its owner types in. */
  readonly pairingCode: boolean;
  /** Approved templates of a business account. */
  readonly templates: boolean;
  /** The longest text of one message, in UTF-16 units. */
  readonly longestText: number;
}
