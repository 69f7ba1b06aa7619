import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';

import type { ChatMark } from './index/chat-indexes.service.js';
import type { MemorySearch } from './retrieved-memory.js';

/** Where a search may look. */
export interface SearchScope {
  readonly characterId: string;
  readonly contactId: string;
  readonly contactName: string | null;
  /** Null: in private. */
  readonly groupId: string | null;
  readonly chats: readonly ChatMark[];
  readonly chatIds: readonly string[];
  /** What was said in private until then was asked to be forgotten. */
  readonly forgottenUntil: Date | null;
  /** Single messages were asked to be forgotten, too. */
  readonly forgotSome: boolean;
  /** As `MemoryRevision.current` tells: what is kept at hand of an earlier one is out of date. */
  readonly revision: number;
}

/** Whose memory is searched, and where. */
export type Searched = Pick<MemorySearch, 'characterId' | 'contactId' | 'chatIds'>;

/** Resolves which chats belong to a contact: what was said in private is used in private, and what in a group in that group. */
@Injectable()
export class SearchScopes {
  constructor(private readonly statements: Statements) {}

  async of({ characterId, contactId, chatIds }: Searched): Promise<SearchScope> {
    const rows = await this.statements.run<ScopeRow>(SCOPE, [characterId, contactId, chatIds ?? null]);
    const [first] = rows;
    const theirs = rows.filter((row): row is ChatRow => row.id !== null);
    const group = theirs.find(({ kind }) => kind === 'group');
    const chats = group ? [group] : theirs;
    return {
      characterId,
      contactId,
      contactName: first?.name ?? null,
      groupId: group?.id ?? null,
      chats: chats.map(({ id, latest }) => ({ id, latest })),
      chatIds: chats.map(({ id }) => id),
      forgottenUntil: first?.forgottenUntil ?? null,
      forgotSome: first?.forgotSome ?? false,
      revision: first?.revision ?? 0,
    };
  }
}

/** One for each chat; for a contact without any, one without a chat. */
interface ScopeRow {
  readonly id: string | null;
  readonly kind: 'direct' | 'group' | null;
  readonly latest: string | null;
  readonly name: string | null;
  readonly forgottenUntil: Date | null;
  readonly forgotSome: boolean;
  readonly revision: number | null;
}

type ChatRow = ScopeRow & { readonly id: string };

/** A group is the contact's when they were seen in it or have spoken there. */
const SCOPE: Statement = {
  name: 'memory.scope',
  text: `
WITH theirs AS (
  SELECT chats.id, kind FROM accounts JOIN chats ON chats.account_id = accounts.id
  WHERE kind = 'direct' AND contact_id = $2 AND ($3::uuid[] IS NULL OR chats.id = ANY ($3::uuid[]))
  UNION ALL
  SELECT id, kind FROM chats
  WHERE kind = 'group' AND id = ANY ($3::uuid[]) AND (
    EXISTS (SELECT 1 FROM chat_members WHERE chat_id = chats.id AND contact_id = $2)
    OR EXISTS (SELECT 1 FROM memory_turns WHERE chat_id = chats.id AND sender_id = $2))
)
SELECT theirs.id, theirs.kind, contacts.name, (SELECT max(position) FROM memory_turns WHERE chat_id = theirs.id) AS latest,
  memory_revisions.forgotten_until AS "forgottenUntil", memory_revisions.revision,
  EXISTS (SELECT FROM memory_forgotten WHERE memory_forgotten.contact_id = $2 AND memory_forgotten.character_id = $1) AS "forgotSome"
FROM contacts LEFT JOIN theirs ON true
LEFT JOIN memory_revisions ON memory_revisions.contact_id = $2 AND memory_revisions.character_id = $1
WHERE contacts.id = $2
ORDER BY theirs.id`,
};
