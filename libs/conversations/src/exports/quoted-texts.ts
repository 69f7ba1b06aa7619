import { LRUCache } from 'lru-cache';

import type { ExportMessage } from './transcript.js';

/** People answer what was said lately: so many messages are remembered, however long a chat is. */
const REMEMBERED = 5_000;
const LONGEST = 120;

/** The beginnings of the last messages of a chat, for those that quote them. */
export class QuotedTexts {
  private readonly texts = new LRUCache<string, { readonly author: string; readonly text: string }>({
    max: REMEMBERED,
  });

  remember({ externalId, revokedAt, text, kind }: ExportMessage, author: string): void {
    const shown = revokedAt ? '' : (text ?? '');
    const letters = Array.from(shown.slice(0, LONGEST * 2).toWellFormed());
    const cut = letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : letters.join('');
    this.texts.set(externalId, { author, text: cut || (kind === 'text' ? '' : `[${kind}]`) });
  }

  find(externalId: string): { readonly author: string; readonly text: string } | undefined {
    return this.texts.get(externalId);
  }
}
