/** Tells the owner of an account, by its id, that chats of it wait to be compared. */
export const SYNC_CHANNEL = 'chat-syncs';
