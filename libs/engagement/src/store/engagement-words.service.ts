import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { BlindIndex, FieldCipher, type FieldAddress } from '#security';

import type { EngagementEntity } from './engagement.entity.js';

/** The words of an outreach: sealed by the person they are for. */
@Injectable()
export class EngagementWords {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  seal(subjectId: string, id: string, text: string, manager?: EntityManager): Promise<Buffer> {
    return this.cipher.seal(subjectId, bodyAddress(id), text, manager);
  }

  /** In the order of `rows`; null where there are none, or no key any more. */
  async openAll(
    rows: readonly Pick<EngagementEntity, 'id' | 'subjectId' | 'body'>[],
    manager?: EntityManager,
  ): Promise<readonly (string | null)[]> {
    const sealed = rows.flatMap(({ id, subjectId, body }) =>
      body ? [{ subjectId, at: bodyAddress(id), sealed: body }] : [],
    );
    const opened = sealed.length > 0 ? await this.cipher.openAll(sealed, manager) : [];
    let next = 0;
    return rows.map(({ body }) => (body ? (opened[next++] ?? null) : null));
  }

  /** Equal for texts of the same words. It stays when the words go. */
  wordingOf(text: string): string {
    return this.index.fingerprint(text);
  }
}

function bodyAddress(rowId: string): FieldAddress {
  return { table: 'engagements', column: 'body', rowId };
}
