import { DataSource } from 'typeorm';

import { Absorber, DEFAULT_CHARACTER_ID, MemoryRetrieval, type RankingPolicy } from '#memory';
import { AccountStatuses, HistoryWriter, type HistoricMessage } from '#messaging';

import { ApiModule } from '../../apps/api/src/api.module.js';
import { openBenchApp, type BenchApp } from '../bench-app.js';
import type { BenchEnvironment } from '../bench-environment.js';
import type { Dialogue, DialogueQuestion } from './locomo.js';
import type { Outcome } from './outcome.js';

const BATCH = 1_000;
const BUDGET_TOKENS = 1_500;
const MOST = 100;
const DAY_MS = 24 * 3_600_000;

/** A conversation that the program has stored and taken in. */
export interface TakenIn {
  readonly dialogue: Dialogue;
  readonly chatId: string;
  readonly contactId: string;
  /** WhatsApp's id of the contact. */
  readonly externalId: string;
  /** The turn of each message. */
  readonly turnOf: ReadonlyMap<string, string>;
}

/** The real program on a database of its own: conversations go in as messages, questions through its retrieval. */
export class MemoryProgram {
  private constructor(
    private readonly bench: BenchApp,
    private readonly accountId: string,
  ) {}

  static async open(environment: BenchEnvironment, env: Readonly<Record<string, string>> = {}): Promise<MemoryProgram> {
    const bench = await openBenchApp(environment.databaseUrl, (platform) => ApiModule.forRoot(platform), env);
    const accounts = bench.app.get(AccountStatuses, { strict: false });
    return new MemoryProgram(bench, await accounts.ensure('default', 'simulator'));
  }

  part<T>(type: abstract new (...parts: never[]) => T): T {
    return this.bench.app.get(type, { strict: false });
  }

  /** Stores the conversation with one speaker as the contact and the other as us, and has it taken in. */
  async takeIn(dialogue: Dialogue, number: number): Promise<TakenIn> {
    const phone = `3460${String(number).padStart(7, '0')}@c.us`;
    const history = this.part(HistoryWriter);
    const { chatId } = await history.openChat(this.accountId, {
      externalId: phone,
      kind: 'direct',
      name: dialogue.speakers[1],
    });
    const messages = dialogue.turns.map((turn): HistoricMessage => ({
      externalId: turn.id,
      sender: { externalId: phone, name: dialogue.speakers[1] },
      fromMe: turn.speaker === dialogue.speakers[0],
      kind: 'text',
      text: turn.text,
      sentAt: turn.at,
    }));
    for (let from = 0; from < messages.length; from += BATCH)
      await history.write(chatId, messages.slice(from, from + BATCH));
    const key = { characterId: DEFAULT_CHARACTER_ID, chatId };
    let more = true;
    while (more) ({ more } = await this.part(Absorber).absorb(key, { evenIfNotDue: true, steps: ['index'] }));
    const dataSource = this.part(DataSource);
    const rows = await dataSource.query<{ id: string; turn: string }[]>(
      'SELECT messages.id, external_id AS turn FROM messages JOIN memory_turns ON message_id = messages.id WHERE messages.chat_id = $1',
      [chatId],
    );
    if (rows.length !== messages.length)
      throw new Error(`${rows.length} of ${messages.length} turns of ${dialogue.id} were taken in`);
    const [chat] = await dataSource.query<{ contactId: string }[]>(
      'SELECT contact_id AS "contactId" FROM chats WHERE id = $1',
      [chatId],
    );
    return {
      dialogue,
      chatId,
      contactId: chat?.contactId ?? '',
      externalId: phone,
      turnOf: new Map(rows.map(({ id, turn }) => [id, turn])),
    };
  }

  /** What Postgres does by itself in the minutes after so much was written: nobody talks to it at the same moment. */
  async settle(): Promise<void> {
    const dataSource = this.part(DataSource);
    await dataSource.query('VACUUM (ANALYZE)');
    await dataSource.query('CHECKPOINT');
  }

  async ask(taken: TakenIn, question: DialogueQuestion, policy?: RankingPolicy): Promise<Outcome> {
    const started = performance.now();
    const found = await this.search(taken, question, { limit: 20, ...(policy && { policy }) });
    const milliseconds = performance.now() - started;
    const within = policy ? [] : await this.search(taken, question, { limit: MOST, tokenBudget: BUDGET_TOKENS });
    return { dialogue: taken.dialogue, question, found, withinBudget: within, milliseconds };
  }

  /** What an answer would be given, as lines. */
  async told(taken: TakenIn, question: DialogueQuestion): Promise<string[]> {
    const turns = new Map(taken.dialogue.turns.map((turn) => [turn.id, turn]));
    const ids = await this.search(taken, question, { limit: MOST, tokenBudget: BUDGET_TOKENS });
    return ids
      .flatMap((id) => turns.get(id) ?? [])
      .map(({ at, speaker, text }) => `${at.toISOString().slice(0, 10)} ${speaker}: ${text}`);
  }

  close(): Promise<void> {
    return this.bench.close();
  }

  private async search(
    { chatId, contactId, dialogue, turnOf }: TakenIn,
    { text }: DialogueQuestion,
    options: { readonly limit: number; readonly tokenBudget?: number; readonly policy?: RankingPolicy },
  ): Promise<string[]> {
    const [us, them] = dialogue.speakers;
    const memories = await this.part(MemoryRetrieval).search({
      characterId: DEFAULT_CHARACTER_ID,
      contactId,
      chatIds: [chatId],
      text,
      now: new Date((dialogue.turns.at(-1)?.at.getTime() ?? 0) + DAY_MS),
      speakers: [
        { name: us, contactId: null },
        { name: them, contactId },
      ],
      ...options,
    });
    return memories.flatMap(({ kind, id }) => (kind === 'turn' ? (turnOf.get(id) ?? []) : []));
  }
}
