import type { LibraryClient, LibraryMessage } from '../client/whatsapp-web.js';
import type { MessageFeed } from './message-feed.js';
import type { RawMessage } from './raw-message.js';

/** Takes what a client observes into the feed. Once a client: it emits `ready` any number of times. */
export function watchClient(client: LibraryClient, feed: MessageFeed): void {
  const rawOf = ({ rawData }: LibraryMessage) => rawData as RawMessage;
  client.on('message_create', (message: LibraryMessage) => feed.message(rawOf(message)));
  client.on('message_ciphertext_failed', (message: LibraryMessage) => feed.unreadable(rawOf(message)));
  client.on('message_ack', (message: LibraryMessage, ack: number) => feed.ack(rawOf(message), ack));
  client.on('message_edit', (message: LibraryMessage, _: unknown, before: unknown) =>
    feed.edit(rawOf(message), before),
  );
  client.on('message_revoke_everyone', (message: LibraryMessage) => feed.revoke(rawOf(message)));
  client.on('message_reaction', (reaction: Parameters<MessageFeed['reaction']>[0]) => feed.reaction(reaction));
  client.on('group_join', (group: Parameters<MessageFeed['membership']>[0]) => feed.membership(group, 'join'));
  client.on('group_leave', (group: Parameters<MessageFeed['membership']>[0]) => feed.membership(group, 'leave'));
}
