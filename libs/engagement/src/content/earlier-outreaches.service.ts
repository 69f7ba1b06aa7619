import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { openBodies, type SealedBody } from '#messaging';
import { FieldCipher } from '#security';

/** What was written to people first, as the messages that it became. */
@Injectable()
export class EarlierOutreaches {
  constructor(
    private readonly statements: Statements,
    private readonly cipher: FieldCipher,
  ) {}

  /** The latest first. */
  async of(contactId: string, limit: number): Promise<readonly string[]> {
    const rows = await this.statements.run<SealedBody>(EARLIER, [contactId, limit]);
    return (await openBodies(this.cipher, rows)).filter((text) => text !== null);
  }
}

const EARLIER: Statement = {
  name: 'engagement.earlier',
  text: `
SELECT messages.id, messages.subject_id AS "subjectId", messages.body
FROM engagements JOIN messages ON messages.id = engagements.message_id
WHERE engagements.contact_id = $1 AND handed_at IS NOT NULL AND messages.revoked_at IS NULL
ORDER BY handed_at DESC LIMIT $2`,
};
