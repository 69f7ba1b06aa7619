import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { cleanText } from '#kernel';
import { BlindIndex } from '#security';
import type { HistoryMessage } from '#whatsapp';

import { IMPORTED_ID } from '../history/imported-id.js';

/**
 * Knows messages of a phone that came in by an import before. An export tells no ids, and times to the minute: what the same side said in
 * the same minute, in the same words, is the same message, as many times as it was imported.
 */
@Injectable()
export class ImportedTwins {
  constructor(
    private readonly statements: Statements,
    private readonly index: BlindIndex,
  ) {}

  /** Those of the messages that were not imported into the chat, in the given order. */
  async without(chatId: string, messages: readonly HistoryMessage[]): Promise<readonly HistoryMessage[]> {
    if (messages.length === 0) return messages;
    const rows = await this.statements.run<{ readonly place: number }>(TWINS, [
      chatId,
      IMPORTED_ID,
      messages.map(({ fromMe }) => (fromMe ? 'owner' : 'contact')),
      messages.map(({ sentAt }) => sentAt),
      messages.map(({ text }) => this.wordsOf(text)),
    ]);
    const twins = new Set(rows.map(({ place }) => place));
    return messages.filter((_, place) => !twins.has(place));
  }

  /** As the store keeps it. */
  private wordsOf(text: string): string | null {
    const clean = cleanText(text);
    return clean === '' ? null : this.index.vector(clean);
  }
}

const TWINS: Statement = {
  name: 'sync.imported-twins',
  text: `
WITH input AS (
  SELECT author, date_trunc('minute', sent_at) AS minute, words::tsvector AS words, place,
    row_number() OVER (PARTITION BY author, date_trunc('minute', sent_at), words ORDER BY place) AS nth
  FROM unnest($3::text[], $4::timestamptz[], $5::text[]) WITH ORDINALITY AS input (author, sent_at, words, place)
), imported AS (
  SELECT author, date_trunc('minute', sent_at) AS minute, search AS words,
    row_number() OVER (PARTITION BY author, date_trunc('minute', sent_at), search ORDER BY id) AS nth
  FROM messages
  WHERE chat_id = $1 AND starts_with(external_id, $2) AND revoked_at IS NULL
    AND sent_at >= (SELECT min(minute) FROM input) AND sent_at < (SELECT max(minute) FROM input) + interval '1 minute'
)
SELECT (place - 1)::integer AS place FROM input JOIN imported USING (author, minute, nth)
WHERE input.words IS NOT DISTINCT FROM imported.words`,
};
