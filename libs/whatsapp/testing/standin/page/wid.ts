const SHAPE = /^([^@\s]+)@([a-z][a-z.]*)$/;
const known = new Map<string, Wid>();

/** The id of a chat or a person. */
export class Wid {
  readonly user: string;
  readonly server: string;
  readonly _serialized: string;

  constructor(text: string) {
    const [, user, server] = SHAPE.exec(text) ?? [];
    if (user === undefined || server === undefined) throw new Error('wid error: invalid wid');
    this.server = server;
    this.user = user;
    this._serialized = text;
  }

  isLid(): boolean {
    return this.server === 'lid';
  }

  isUser(): boolean {
    return this.server === 'c.us' || this.server === 'lid';
  }

  isGroup(): boolean {
    return this.server === 'g.us';
  }

  isBroadcast(): boolean {
    return this.server === 'broadcast';
  }

  isStatus(): boolean {
    return this._serialized === 'status@broadcast';
  }

  isNewsletter(): boolean {
    return this.server === 'newsletter';
  }

  equals(other: unknown): boolean {
    return other instanceof Wid && other._serialized === this._serialized;
  }

  toString(): string {
    return this._serialized;
  }

  toJid(): string {
    return this._serialized.replace('@c.us', '@s.whatsapp.net');
  }
}

/** The wid of a text, a wid, or a copy of one that went through JSON. */
export function createWid(like: unknown): Wid {
  const text = typeof like === 'string' ? like : (like as { _serialized?: unknown })._serialized;
  if (typeof text !== 'string') throw new Error('wid error: invalid wid');
  const wid = known.get(text) ?? new Wid(text);
  known.set(text, wid);
  return wid;
}

export const widModules = {
  WAWebWidFactory: {
    createWid,
    createWidFromWidLike: createWid,
    createUserWidOrThrow: createWid,
    asUserWidOrThrow: createWid,
  },
  WAWebWidToJid: {
    widToUserJid: (wid: Wid) => wid.toJid(),
    widToGroupJid: (wid: Wid) => wid.toJid(),
    widToChatJid: (wid: Wid) => wid.toJid(),
  },
  WAWebJidToWid: {
    userJidToUserWid: (jid: string) => createWid(jid.replace('@s.whatsapp.net', '@c.us')),
  },
};
