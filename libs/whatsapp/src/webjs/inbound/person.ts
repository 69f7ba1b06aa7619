/** What the page knows of a person. */
export interface Person {
  /** +E.164. */
  readonly phone?: string;
  readonly lid?: string;
  readonly name?: string;
}

/** Our own addresses. */
export interface Own {
  readonly phoneId?: string;
  readonly lid?: string;
}

/** Who and where of a message, as far as it takes more than the message to know. */
export interface MessageContext {
  readonly own: Own;
  readonly sender: Person;
  readonly chatName?: string;
  readonly live: boolean;
}

export function isOwn(address: string, { phoneId, lid }: Own): boolean {
  return address !== '' && (address === phoneId || address === lid);
}
