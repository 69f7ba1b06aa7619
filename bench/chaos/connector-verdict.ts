import type { ConnectorStage } from './connector-stage.js';
import type { Traffic } from './traffic.js';

/** What a run of kills did to the messages. Everything but `kills`, `messages` and `unknown` has to be 0. */
export interface ConnectorVerdict {
  readonly kills: number;
  /** Messages that phones said and that we were to send. */
  readonly messages: number;
  /** Messages that reached a phone under more than one id, or under an id that we never made. */
  readonly second_ids: number;
  /** Said and not stored, stored and neither answered nor let be for a reason, or sent and never arrived. */
  readonly lost: number;
  /** Inbound messages stored more than once, and turns with more than one answer. */
  readonly duplicates: number;
  /** Messages whose fate only the operator can tell. */
  readonly unknown: number;
  /** Those of them that no kill met between the last gate and the settlement. */
  readonly unknown_outside_window: number;
  /** Ids that went out more than once: the recipient's WhatsApp shows them once. */
  readonly repeated_ids: number;
}

interface OutgoingRow {
  readonly message_id: string;
  readonly turn_id: string | null;
  readonly part: number;
  readonly state: string;
  readonly reason: string | null;
  readonly [column: string]: unknown;
}

export async function connectorVerdict(
  stage: ConnectorStage,
  traffic: Traffic,
  { kills, struck }: { readonly kills: number; readonly struck: ReadonlySet<string> },
): Promise<ConnectorVerdict> {
  const outbox = await stage.rows<OutgoingRow>('SELECT message_id, turn_id, part, state, reason FROM outbox');
  const deliveries = stage.standIn.ledger.deliveries();
  const arrived = new Set(deliveries.map(({ id }) => id));
  const ours = new Set(outbox.map(({ message_id: id }) => id));
  const unknown = outbox.filter(({ state }) => state === 'unknown');
  const stored = await storedOf(stage, traffic.said);
  return {
    kills,
    messages: traffic.said.length + outbox.length,
    second_ids: [...arrived].filter((id) => !ours.has(id)).length + bodiesUnderTwoIds(deliveries, traffic.ordered),
    lost:
      stored.filter(({ times }) => times === 0).length +
      stored.filter(({ times, ended }) => times > 0 && !ended).length +
      outbox.filter(({ state, message_id: id }) => state === 'sent' && !arrived.has(id)).length +
      outbox.filter(({ state }) => state === 'failed').length +
      traffic.ordered.length -
      outbox.filter(({ turn_id: turnId }) => turnId === null).length,
    duplicates:
      stored.filter(({ times }) => times > 1).length +
      outbox.length -
      new Set(outbox.map(({ message_id: id, turn_id: turn, part }) => (turn === null ? id : `${turn} ${part}`))).size,
    unknown: unknown.length,
    unknown_outside_window: unknown.filter(({ message_id: id }) => !struck.has(id)).length,
    repeated_ids: deliveries.length - arrived.size,
  };
}

/** The operator's texts are all different: one that came under two ids was sent twice. */
function bodiesUnderTwoIds(
  deliveries: readonly { readonly id: string; readonly body: string }[],
  texts: readonly string[],
): number {
  const ids = new Map(texts.map((text) => [text, new Set<string>()]));
  for (const { id, body } of deliveries) ids.get(body)?.add(id);
  return [...ids.values()].filter(({ size }) => size > 1).length;
}

function storedOf(
  stage: ConnectorStage,
  said: readonly string[],
): Promise<{ times: number; ended: boolean; id: string }[]> {
  return stage.rows(
    `SELECT said.id, (SELECT count(*)::integer FROM messages WHERE external_id = said.id) AS times,
       EXISTS (
         SELECT 1 FROM messages LEFT JOIN turns ON turns.id = messages.turn_id
         WHERE external_id = said.id AND (messages.route = 'skipped' OR turns.state IN ('answered', 'silent'))
       ) AS ended
     FROM unnest($1::text[]) AS said (id)`,
    [said],
  );
}
