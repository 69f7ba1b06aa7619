import { DataSource } from 'typeorm';

import { Cache } from '#agents';
import { MemoryConfig, readSection } from '#config';
import { Transactions } from '#database';
import { newId } from '#kernel';
import { MergeFollowers } from '#messaging';
import { BlindIndex, DataKeys, FieldCipher, MasterKeys } from '#security';
import { createTestDatabase, FakeClock, type TestDatabase } from '#testing';

import { DEFAULT_CHARACTER_ID } from '../src/default-character-id.js';
import { ForgettingFollowers } from '../src/facts/forgetting-followers.service.js';
import { ForgottenRows } from '../src/facts/forgetting/forgotten-rows.service.js';
import { KnowledgeCache } from '../src/facts/knowledge-cache.service.js';
import type { MemoryFact } from '../src/facts/memory-fact.js';
import { MemoryFacts } from '../src/facts/memory-facts.service.js';
import { MemoryForgetting } from '../src/facts/memory-forgetting.service.js';
import { MemoryMerges } from '../src/facts/memory-merges.service.js';
import type { MemoryOperation, MemoryOutcome } from '../src/facts/memory-operation.js';
import { MemoryRevision } from '../src/facts/memory-revision.service.js';
import type { MemoryScope } from '../src/facts/memory-scope.js';
import { MemoryUpkeep } from '../src/facts/memory-upkeep.service.js';
import { MemoryRows } from '../src/facts/store/memory-rows.service.js';
import { MemoryWriter } from '../src/facts/store/memory-writer.service.js';

const NOW = new Date('2026-06-01T12:00:00Z');

/** What is kept at hand, for a test to look into. */
export class PlainCache extends Cache {
  readonly kept = new Map<string, string>();

  get(key: string): Promise<unknown> {
    const text = this.kept.get(key);
    return Promise.resolve(text === undefined ? undefined : (JSON.parse(text) as unknown));
  }

  set(key: string, value: unknown): Promise<void> {
    this.kept.set(key, JSON.stringify(value));
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.kept.delete(key);
    return Promise.resolve();
  }
}

/** The store of memories on a database of its own, with contacts to remember. */
export class FactsStage {
  readonly clock = new FakeClock(NOW);
  readonly cache = new PlainCache();
  readonly merges = new MergeFollowers();
  readonly followers = new ForgettingFollowers();
  readonly index: BlindIndex;
  readonly keys: DataKeys;
  readonly revision: MemoryRevision;
  readonly rows: MemoryRows;
  readonly writer: MemoryWriter;
  readonly facts: MemoryFacts;
  readonly forgetting: MemoryForgetting;
  readonly upkeep: MemoryUpkeep;
  readonly transactions: Transactions;
  readonly knowledge: KnowledgeCache;

  private constructor(
    private readonly database: TestDatabase,
    readonly dataSource: DataSource,
    masterKeys: MasterKeys,
    private readonly accountId: string,
  ) {
    const config = readSection(MemoryConfig, {});
    this.index = new BlindIndex(masterKeys, ['english', 'spanish']);
    this.keys = new DataKeys(masterKeys, dataSource);
    this.transactions = new Transactions(dataSource);
    this.revision = new MemoryRevision(dataSource);
    this.rows = new MemoryRows(dataSource, new FieldCipher(this.keys), this.index);
    this.writer = new MemoryWriter(this.rows, this.revision, this.index, this.clock, config);
    this.knowledge = new KnowledgeCache(this.cache, this.keys, this.revision);
    this.facts = new MemoryFacts(this.writer, this.rows, this.knowledge, this.index, this.clock);
    const forgotten = new ForgottenRows(this.revision, this.followers, this.knowledge);
    this.forgetting = new MemoryForgetting(this.transactions, this.rows, forgotten, this.index, this.clock);
    this.upkeep = new MemoryUpkeep(this.transactions, this.writer, this.revision, config);
    new MemoryMerges(this.merges, this.clock).onModuleInit();
  }

  static async open(): Promise<FactsStage> {
    const database = await createTestDatabase();
    const dataSource = await new DataSource({
      type: 'postgres',
      url: database.url,
      installExtensions: false,
    }).initialize();
    const masterKeys = await MasterKeys.open({ dataDir: '.', encryptionKey: Buffer.alloc(32, 7).toString('base64') });
    const accountId = newId();
    await dataSource.query(`INSERT INTO accounts (id, name, connector) VALUES ($1, 'default', 'simulator')`, [
      accountId,
    ]);
    return new FactsStage(database, dataSource, masterKeys, accountId);
  }

  /** Somebody new, with a direct chat. */
  async contact(): Promise<MemoryScope> {
    const contactId = newId();
    await this.dataSource.query('INSERT INTO contacts (id, account_id) VALUES ($1, $2)', [contactId, this.accountId]);
    return { characterId: DEFAULT_CHARACTER_ID, contactId, groupId: null };
  }

  /** Something is said in one message, an hour ago unless said otherwise. */
  async say(scope: MemoryScope, ...said: Partial<MemoryOperation>[]): Promise<MemoryOutcome> {
    const operations = said.map((changes) => this.operation(changes));
    return this.transactions.run((manager) =>
      this.facts.apply(manager, { ...scope, chatId: newId(), origin: 'said' }, operations),
    );
  }

  operation(changes: Partial<MemoryOperation> = {}): MemoryOperation {
    return {
      kind: 'add',
      text: 'Likes coffee',
      category: 'preference',
      confidence: 0.9,
      importance: 5,
      validFrom: null,
      validUntil: null,
      messageIds: [newId()],
      saidAt: new Date(this.clock.now().getTime() - 3_600_000),
      instructionLike: false,
      ...changes,
    };
  }

  /** Everything that is stored of the contact, the oldest first. */
  all({ characterId, contactId }: MemoryScope): Promise<MemoryFact[]> {
    return this.rows.find({
      sql: 'WHERE character_id = $1 AND contact_id = $2 ORDER BY id',
      values: [characterId, contactId],
    });
  }

  /** `text status reason` of each. */
  async told(scope: MemoryScope): Promise<string[]> {
    const all = await this.all(scope);
    return all.map(({ text, status, reason }) => [text, status, reason].filter(Boolean).join(' '));
  }

  async count(table: string, contactId: string): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM ${table} WHERE contact_id = $1`,
      [contactId],
    );
    return row?.count ?? 0;
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.database.drop();
  }
}
