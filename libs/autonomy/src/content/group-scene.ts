import type { Character } from '#companions';
import type { MessageView } from '#messaging';

import type { FeedItem } from '../feeds/feed-item.js';

/** Something that was said in the group, by somebody there or in our name. */
export interface GroupLine extends Pick<MessageView, 'id' | 'senderId' | 'sentAt' | 'kind'> {
  /** In our name: by the companion, or by the owner's own hand. */
  readonly ours: boolean;
  /** What they call themselves; null when it is not known. */
  readonly name: string | null;
  /** '' where it is a picture without words. */
  readonly text: string;
}

/** Whom it is for. */
export interface Addressee {
  readonly name: string | null;
  /** They came into the group just now. */
  readonly isNew: boolean;
}

/** All that the words for a group are made from. Of this group only, and nothing that is remembered of anybody. */
export interface GroupScene {
  readonly character: Character;
  /** In which the group last wrote. */
  readonly language: string;
  /** The oldest first. */
  readonly talk: readonly GroupLine[];
  readonly addressee: Addressee | null;
  /** What is to be shared. */
  readonly item: FeedItem | null;
}
