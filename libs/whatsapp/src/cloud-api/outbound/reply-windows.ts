import type { DataSource, EntityManager } from 'typeorm';

/** How long after a contact's last message we may answer freely. Ms. */
const WINDOW_MS = 24 * 3_600_000;

/** When a contact wrote. */
export interface Heard {
  readonly chatId: string;
  readonly at: Date;
}

/** The customer service windows: for 24 hours after a contact wrote, WhatsApp takes more than approved templates. */
export class ReplyWindows {
  constructor(
    private readonly dataSource: DataSource,
    private readonly phoneNumberId: string,
  ) {}

  async heard(heard: readonly Heard[], manager: EntityManager): Promise<void> {
    if (heard.length === 0) return;
    await manager.query(HEARD, [this.phoneNumberId, heard.map(({ chatId }) => chatId), heard.map(({ at }) => at)]);
  }

  async isOpen(chatId: string, now: Date): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      'SELECT FROM cloud_api_windows WHERE phone_number_id = $1 AND chat_id = $2 AND heard_at > $3',
      [this.phoneNumberId, chatId, new Date(now.getTime() - WINDOW_MS)],
    );
    return rows.length > 0;
  }
}

const HEARD = `
  INSERT INTO cloud_api_windows AS known (phone_number_id, chat_id, heard_at)
  SELECT $1, chat_id, max(at) FROM unnest($2::text[], $3::timestamptz[]) AS heard (chat_id, at) GROUP BY chat_id ORDER BY chat_id
  ON CONFLICT (phone_number_id, chat_id) DO UPDATE SET heard_at = greatest(known.heard_at, excluded.heard_at)`;
