import { waitFor } from '#testing';

import type { ConnectorStage } from './connector-stage.js';

export interface OutageOptions {
  readonly outages: number;
  /** In each outage. */
  readonly messages: number;
  readonly report: (line: string) => void;
}

export interface OutageVerdict {
  readonly outages: number;
  readonly messages: number;
  readonly missing: number;
  readonly duplicates: number;
  /** Chats in which what was caught up is not in the order in which it was said. */
  readonly out_of_order: number;
}

const CHATS = 4;
const FIRST_PHONE = 34_600_800_000;
const BACK_MS = 120_000;

/** Cuts the line, reloads the page, kills the browser or the program, in turn, and lets phones write meanwhile. */
export async function outageChaos(
  stage: ConnectorStage,
  { outages, messages, report }: OutageOptions,
): Promise<OutageVerdict> {
  const said: { id: string; chat: number }[] = [];
  for (let outage = 0; outage < outages; outage += 1) {
    report(`outage ${outage + 1}/${outages}: ${KINDS[outage % KINDS.length]?.name ?? ''}`);
    const kind = KINDS[outage % KINDS.length];
    await kind?.begin(stage);
    for (let index = 0; index < messages; index += 1) {
      const chat = index % CHATS;
      const id = await stage.standIn.receive({ from: `+${FIRST_PHONE + chat}`, body: `outage ${outage}, ${index}` });
      said.push({ id, chat });
    }
    await kind?.end(stage);
    await stage.ready();
    const ids = said.map(({ id }) => id);
    await waitFor(async () => (await missing(stage, ids)) === 0, {
      what: 'what was missed to be stored',
      timeoutMs: BACK_MS,
      everyMs: 100,
    }).catch(() => undefined);
  }
  return verdict(stage, outages, said);
}

interface OutageKind {
  readonly name: string;
  readonly begin: (stage: ConnectorStage) => Promise<unknown>;
  readonly end: (stage: ConnectorStage) => Promise<unknown>;
}

const KINDS: readonly OutageKind[] = [
  { name: 'line', begin: (stage) => stage.standIn.cutLine(), end: (stage) => stage.standIn.restoreLine() },
  { name: 'process', begin: (stage) => stage.killNode(), end: (stage) => stage.launch() },
  { name: 'browser', begin: (stage) => stage.killBrowser(), end: () => Promise.resolve() },
  {
    name: 'reload',
    begin: (stage) => {
      stage.standIn.reload();
      return Promise.resolve();
    },
    end: () => Promise.resolve(),
  },
];

async function missing(stage: ConnectorStage, ids: readonly string[]): Promise<number> {
  const [row] = await stage.rows<{ missing: number }>(
    `SELECT count(*)::integer AS missing FROM unnest($1::text[]) AS said (id)
     WHERE NOT EXISTS (SELECT 1 FROM messages WHERE external_id = said.id)`,
    [ids],
  );
  return row?.missing ?? ids.length;
}

async function verdict(
  stage: ConnectorStage,
  outages: number,
  said: readonly { readonly id: string; readonly chat: number }[],
): Promise<OutageVerdict> {
  const rows = await stage.rows<{ external_id: string; chat_id: string; times: number }>(
    `SELECT external_id, chat_id, count(*)::integer AS times FROM messages WHERE external_id = ANY($1)
     GROUP BY external_id, chat_id, sent_at, id ORDER BY sent_at, id`,
    [said.map(({ id }) => id)],
  );
  const stored = new Set(rows.map(({ external_id: id }) => id));
  return {
    outages,
    messages: said.length,
    missing: said.filter(({ id }) => !stored.has(id)).length,
    duplicates: rows.length - stored.size,
    out_of_order: outOfOrder(said, rows),
  };
}

function outOfOrder(
  said: readonly { readonly id: string }[],
  rows: readonly { readonly external_id: string; readonly chat_id: string }[],
): number {
  const place = new Map(said.map(({ id }, index) => [id, index]));
  const last = new Map<string, number>();
  const disordered = new Set<string>();
  for (const { external_id: id, chat_id: chat } of rows) {
    const at = place.get(id) ?? 0;
    if (at < (last.get(chat) ?? -1)) disordered.add(chat);
    last.set(chat, at);
  }
  return disordered.size;
}
