import type { StoredMessage } from './store.js';
import { downloadedMedia, type MediaState } from './media-download.js';
import { Model } from './model.js';
import { MsgKey } from './msg-key.js';
import { ownWid } from './own-session.js';
import { createWid, type Wid } from './wid.js';

const NOTIFICATIONS = new Set(['gp2', 'e2e_notification', 'notification', 'notification_template', 'protocol']);

/** WhatsApp's message model. */
export class Msg extends Model {
  declare id: MsgKey;
  declare type: string;
  declare subtype: string | undefined;
  declare body: string | undefined;
  declare caption: string | undefined;
  declare t: number;
  declare ack: number;
  declare isNewMsg: boolean;
  declare from: Wid;
  declare to: Wid;
  declare author: Wid | undefined;
  declare directPath: string | undefined;
  declare mediaData: MediaState | undefined;
  declare quotedMsg: object | undefined;
  declare quotedStanzaID: string | undefined;
  declare quotedParticipant: Wid | undefined;

  get isNotification(): boolean {
    return NOTIFICATIONS.has(this.type);
  }

  /** There for messages with an attachment: their text is the caption. */
  get mediaObject(): object | undefined {
    return this.directPath === undefined ? undefined : {};
  }

  unsafe(): this {
    return this;
  }

  canReply(): boolean {
    return !this.isNotification;
  }

  /** What an answer says about the message it answers. */
  msgContextInfo(_chat: unknown): object {
    return {
      quotedMsg: { type: this.type, body: this.body },
      quotedStanzaID: this.id.id,
      quotedParticipant: this.author ?? this.from,
    };
  }

  async downloadMedia(_options: object): Promise<void> {
    if (!this.mediaData || this.directPath === undefined) return;
    this.mediaData.mediaStage = await downloadedMedia(this.directPath);
  }
}

/** The model of a message in the profile. */
export function msgOf({ message }: StoredMessage, isNewMsg: boolean): Msg {
  const remote = createWid(message.chat);
  const me = ownWid(remote);
  const { fields, id, fromMe, author, type, t, ack } = message;
  return new Msg({
    ...revived(fields),
    type,
    t,
    ack,
    id: new MsgKey({ fromMe, remote, id, ...(author !== undefined && { participant: author }) }),
    from: fromMe ? me : remote,
    to: fromMe ? remote : me,
    self: fromMe ? 'out' : 'in',
    isNewMsg,
    ...(author !== undefined && { author: createWid(author) }),
    ...(fields.directPath !== undefined && { mediaData: { type: message.type, mediaStage: 'NEED_POKE' } }),
  });
}

function revived(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { mentionedJidList, quotedParticipant } = fields;
  return {
    ...fields,
    ...(Array.isArray(mentionedJidList) && { mentionedJidList: mentionedJidList.map(createWid) }),
    ...(quotedParticipant !== undefined && { quotedParticipant: createWid(quotedParticipant) }),
  };
}
