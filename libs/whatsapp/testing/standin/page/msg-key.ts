import { settings } from './settings.js';
import { createWid, type Wid } from './wid.js';

export interface MsgKeyParts {
  readonly id: string;
  readonly from?: Wid;
  readonly to?: Wid;
  readonly remote?: Wid | string;
  readonly participant?: Wid | string;
  readonly fromMe?: boolean;
  readonly selfDir?: string;
}

/** A message's key. Its text is in the field that WhatsApp uses today, and nowhere else. */
export class MsgKey {
  readonly fromMe: boolean;
  readonly remote: Wid;
  readonly id: string;
  readonly participant?: Wid;

  constructor({ id, from, to, remote, participant, fromMe, selfDir }: MsgKeyParts) {
    this.fromMe = fromMe ?? selfDir === 'out';
    this.remote = createWid(remote ?? (this.fromMe ? to : from));
    this.id = id;
    if (participant) this.participant = createWid(participant);
    const parts = [this.fromMe, this.remote, this.id, ...(this.participant ? [this.participant] : [])];
    Object.assign(this, { [settings.keyField]: parts.join('_') });
  }

  static newId(): Promise<string> {
    const bytes = crypto.getRandomValues(new Uint8Array(9));
    const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return Promise.resolve(`3EB0${digits.toUpperCase()}`);
  }

  static fromString(text: string): MsgKey {
    const [fromMe, remote, id, participant] = text.split('_');
    if (remote === undefined || id === undefined) throw new Error('msgkey error: invalid key');
    return new MsgKey({ fromMe: fromMe === 'true', remote, id, ...(participant !== undefined && { participant }) });
  }

  equals(other: unknown): boolean {
    return other instanceof MsgKey && other.toString() === this.toString();
  }

  toString(): string {
    return (this as unknown as Record<string, string>)[settings.keyField] ?? '';
  }
}
