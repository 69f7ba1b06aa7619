import type { SpokenMessage } from '#messaging';

import type { RememberedContext } from './remembered-context.js';

/** What is being remembered for an answer while the conversation is still being read. Whoever needs it no more just lets go of it. */
export interface Recollection {
  /**
   * All of it, for the conversation as the answer sees it, oldest first, up to what it answers. Never throws, and takes a second at the most:
   * what could not be remembered in time is missing.
   */
  of(recent: readonly SpokenMessage[]): Promise<RememberedContext>;

  /** True when nothing of what was said in private was asked to be forgotten; false also when that is not known. Never throws. */
  forgetsNone(messages: readonly Pick<SpokenMessage, 'sentAt'>[]): Promise<boolean>;
}
