import type { DataSource } from 'typeorm';

/** Looks, in the very statement that marks one of our own messages as leaving, at what was committed by then; a ledger beside the gate's own checks. */
const LEDGER_SQL = `
CREATE TABLE outreach_ledger (outbox_id uuid, after_stop boolean, after_word boolean);
CREATE FUNCTION note_outreach() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outreach_ledger SELECT NEW.id,
    EXISTS (SELECT 1 FROM chats AS own JOIN chats ON chats.contact_id = own.contact_id WHERE own.id = NEW.chat_id AND chats.opted_out_at IS NOT NULL),
    EXISTS (
      SELECT 1 FROM chats AS own JOIN chats ON chats.contact_id = own.contact_id JOIN messages ON messages.chat_id = chats.id
      WHERE own.id = NEW.chat_id AND author = 'contact' AND stored_at > NEW.unless_heard_since
    );
  RETURN NEW;
END $$;
CREATE TRIGGER note_outreach AFTER UPDATE OF state ON outbox FOR EACH ROW
  WHEN (NEW.origin = 'proactive' AND OLD.state = 'queued' AND NEW.state IN ('sending', 'sent')) EXECUTE FUNCTION note_outreach()`;

export interface LedgerFigures {
  readonly left: number;
  readonly after_stop: number;
  readonly after_word: number;
}

export async function openLedger(dataSource: DataSource): Promise<void> {
  await dataSource.query(LEDGER_SQL);
}

/** How many have left, and how many of them should not have; the ledger is empty afterwards. */
export async function closeLedger(dataSource: DataSource): Promise<LedgerFigures> {
  const [figures] = await dataSource.query<[LedgerFigures]>(
    `SELECT count(*)::integer AS left, (count(*) FILTER (WHERE after_stop))::integer AS after_stop,
       (count(*) FILTER (WHERE after_word))::integer AS after_word FROM outreach_ledger`,
  );
  await dataSource.query('TRUNCATE outreach_ledger');
  return figures;
}
