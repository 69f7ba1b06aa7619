import type { ConnectorStage } from './connector-stage.js';

/**
 * Knows of every send when it passed its last gate and when it was settled, from the database itself: whoever only
 * looks now and then misses a send that begins and is settled between two looks.
 */
export class SendWindows {
  private constructor(private readonly stage: ConnectorStage) {}

  static async watch(stage: ConnectorStage): Promise<SendWindows> {
    await stage.rows(WATCH);
    return new SendWindows(stage);
  }

  /** Whatever is on its way while `strike` runs was struck. */
  async during(strike: () => Promise<void>): Promise<void> {
    const [begun] = await this.stage.rows<{ id: string }>(
      'INSERT INTO chaos_strikes (began_at) VALUES (clock_timestamp()) RETURNING id',
    );
    await strike();
    await this.stage.rows('UPDATE chaos_strikes SET ended_at = clock_timestamp() WHERE id = $1', [begun?.id]);
  }

  /** The messages that a strike met between their last gate and their settlement. */
  async struck(): Promise<Set<string>> {
    const rows = await this.stage.rows<{ message_id: string }>(
      `SELECT DISTINCT message_id FROM chaos_sends AS sends JOIN chaos_strikes AS strikes
         ON sends.began_at <= strikes.ended_at AND coalesce(sends.ended_at, 'infinity') >= strikes.began_at`,
    );
    return new Set(rows.map(({ message_id: id }) => id));
  }
}

// clock_timestamp, not now: a transaction may have begun long before it moves the row.
const WATCH = `
  CREATE TABLE chaos_strikes (id bigint GENERATED ALWAYS AS IDENTITY, began_at timestamptz NOT NULL, ended_at timestamptz);
  CREATE TABLE chaos_sends (message_id text NOT NULL, began_at timestamptz NOT NULL, ended_at timestamptz);
  CREATE FUNCTION chaos_note_send() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF new.state = 'sending' AND old.state IS DISTINCT FROM 'sending' THEN
      INSERT INTO chaos_sends (message_id, began_at) VALUES (new.message_id, clock_timestamp());
    ELSIF old.state = 'sending' AND new.state <> 'sending' THEN
      UPDATE chaos_sends SET ended_at = clock_timestamp() WHERE message_id = new.message_id AND ended_at IS NULL;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER chaos_note_send AFTER INSERT OR UPDATE ON outbox FOR EACH ROW EXECUTE FUNCTION chaos_note_send();
`;
