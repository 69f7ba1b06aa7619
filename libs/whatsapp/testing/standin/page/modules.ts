import { callModules } from './calls.js';
import { changeModules } from './changes.js';
import { chatModules, chats, groups, newsletters, statuses } from './chats.js';
import { Collection } from './collection.js';
import { linkingModules } from './linking.js';
import { mediaDownloadModules } from './media-download.js';
import { mediaUploadModules } from './media-upload.js';
import { messageModules, messages } from './messages.js';
import { Model } from './model.js';
import { MsgKey } from './msg-key.js';
import { ownSessionModules } from './own-session.js';
import { contacts, peopleModules } from './people.js';
import { pollModules } from './polls.js';
import { reactionModules, reactions } from './reactions.js';
import { sendModules } from './sending.js';
import { Cmd, Conn, Socket, Stream } from './socket.js';
import { textModules } from './texts.js';
import { widModules } from './wid.js';

/** What is there but always empty. */
class Nothing extends Model {
  declare id: string;
}
const nothing = () => new Collection<Nothing>(Nothing);

/** The parts of WhatsApp Web that the library asks for by name. */
export const modules: Readonly<Record<string, unknown>> = {
  WAWebSocketModel: { Socket },
  WAWebConnModel: { Conn },
  WAWebCmd: { Cmd },
  WAWebStreamModel: { Stream },
  WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
  WAWebSyncGatingUtils: {},
  WAWebMsgKey: MsgKey,
  WAWebCollections: {
    Msg: messages,
    Chat: chats,
    Contact: contacts,
    GroupMetadata: groups,
    Reactions: reactions,
    Status: statuses,
    WAWebNewsletterCollection: newsletters,
    NewsletterMetadataCollection: nothing(),
    Blocklist: nothing(),
    BusinessProfile: nothing(),
    Label: nothing(),
    ProfilePicThumb: nothing(),
  },
  ...linkingModules,
  ...ownSessionModules,
  ...widModules,
  ...peopleModules,
  ...chatModules,
  ...messageModules,
  ...sendModules,
  ...changeModules,
  ...mediaDownloadModules,
  ...mediaUploadModules,
  ...reactionModules,
  ...pollModules,
  ...callModules,
  ...textModules,
};
