import type { Onlookers } from './onlookers.js';

/** What the people on the other side see of us besides messages. */
export class PhoneSight {
  private readonly typing = new Map<string, boolean[]>();
  private readonly read = new Map<string, string[]>();
  private readonly reactions = new Map<string, SeenReaction[]>();
  private readonly changes = new Map<string, SeenChange[]>();

  constructor(private readonly onlookers: Onlookers) {}

  sawTyping(chat: string, on: boolean): void {
    push(this.typing, chat, on);
    this.onlookers.tell({ kind: 'typing', chat, on });
  }

  sawRead(chat: string, ids: readonly string[]): void {
    for (const id of ids) push(this.read, chat, id);
    if (ids.length > 0) this.onlookers.tell({ kind: 'read', chat, ids });
  }

  sawReaction(chat: string, reaction: SeenReaction): void {
    push(this.reactions, chat, reaction);
    this.onlookers.tell({ kind: 'reaction', chat, ...reaction });
  }

  sawChange(chat: string, change: SeenChange): void {
    push(this.changes, chat, change);
    this.onlookers.tell({ kind: 'change', chat, change });
  }

  typingIn(chat: string): readonly boolean[] {
    return [...(this.typing.get(chat) ?? [])];
  }

  readIn(chat: string): readonly string[] {
    return [...(this.read.get(chat) ?? [])];
  }

  reactionsIn(chat: string): readonly SeenReaction[] {
    return [...(this.reactions.get(chat) ?? [])];
  }

  changesIn(chat: string): readonly SeenChange[] {
    return [...(this.changes.get(chat) ?? [])];
  }
}

/** Our reaction to the message `id`; '' took it back. */
export interface SeenReaction {
  readonly id: string;
  readonly emoji: string;
}

/** What we did afterwards to the message `id`. */
export type SeenChange =
  | { readonly kind: 'edit'; readonly id: string; readonly body: string }
  | { readonly kind: 'revoke'; readonly id: string }
  | { readonly kind: 'vote'; readonly id: string; readonly options: readonly number[] };

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
