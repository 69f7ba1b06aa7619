import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import { writtenLanguage } from '#companions';
import { Statements, type Statement } from '#database';
import { CONSENT_LANGUAGES, openBodies, type SealedBody } from '#messaging';
import { FieldCipher } from '#security';

const LATEST = 20;
/** Nobody changes their language often. */
const KEPT_MS = 10 * 60_000;
const SPOKEN: readonly string[] = CONSENT_LANGUAGES;

/** In which language somebody is written to. */
@Injectable()
export class ContactLanguage {
  /** By chat; null where the words do not tell. */
  private readonly heard = new LRUCache<string, { readonly language: string | null }>({ max: 10_000, ttl: KEPT_MS });

  constructor(
    private readonly statements: Statements,
    private readonly cipher: FieldCipher,
  ) {}

  /** What an operator or they themselves have set, else as they write, else the first that is spoken of `otherwise`, else English. */
  async of(contactId: string, chatId: string, otherwise: readonly string[] = []): Promise<string> {
    const [kept] = await this.statements.run<{ language: string | null }>(KEPT, [contactId]);
    return this.as(kept?.language ?? null, chatId, otherwise);
  }

  /** As `of`, for a caller that has read what is set. */
  async as(set: string | null, chatId: string, otherwise: readonly string[] = []): Promise<string> {
    if (set !== null && SPOKEN.includes(set)) return set;
    const told = await this.heardIn(chatId);
    return told ?? otherwise.map(spokenPart).find((language) => SPOKEN.includes(language)) ?? 'en';
  }

  private async heardIn(chatId: string): Promise<string | null> {
    const kept = this.heard.get(chatId);
    if (kept) return kept.language;
    const rows = await this.statements.run<SealedBody>(LATEST_WORDS, [chatId, LATEST]);
    const texts = await openBodies(this.cipher, rows);
    const language = writtenLanguage(texts.filter((text) => text !== null).join('\n'), '') || null;
    this.heard.set(chatId, { language });
    return language;
  }
}

/** Of a BCP 47 tag: `pt` of `pt-BR`. */
function spokenPart(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

const KEPT: Statement = {
  name: 'engagement.language',
  text: 'SELECT language FROM engagement_people WHERE contact_id = $1',
};

const LATEST_WORDS: Statement = {
  name: 'engagement.latest-words',
  text: `
SELECT id, subject_id AS "subjectId", body FROM messages
WHERE chat_id = $1 AND author = 'contact' AND kind = 'text' AND revoked_at IS NULL ORDER BY sent_at DESC, id DESC LIMIT $2`,
};
