import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { ChatView } from '#messaging';

import type { ChatFacts } from './choose-character.js';

/** What must be known of a chat to choose who answers it. */
export type AnsweredChat = Pick<ChatView, 'id' | 'accountId' | 'kind' | 'contactId' | 'labels'>;

/** The connector of accounts that are no phone's. */
const WEB = 'web';

/** Finds out what rules look at. */
@Injectable()
export class ChatFactsReader {
  constructor(private readonly dataSource: DataSource) {}

  async of({ id, accountId, kind, contactId, labels }: AnsweredChat): Promise<ChatFacts> {
    const [row] = await this.dataSource.query<FactsRow[]>(FACTS_SQL, [accountId, contactId]);
    return {
      ...{ chatId: id, contactId, kind, accountId },
      accountName: row?.name ?? '',
      channel: row?.connector === WEB ? 'web' : 'whatsapp',
      phones: row?.phones ?? [],
      tags: labels.tags.map(({ value }) => value),
    };
  }
}

interface FactsRow {
  readonly name: string;
  readonly connector: string;
  readonly phones: readonly string[];
}

const FACTS_SQL = `
SELECT name, connector, ARRAY(SELECT value FROM contact_aliases WHERE contact_id = $2 AND kind = 'pn') AS phones
FROM accounts WHERE id = $1`;
