import { DataSource } from 'typeorm';

import { createTestDatabase, type TestDatabase } from '#testing';

import { RowPruning } from './row-pruning.service.js';
import { TableVacuum } from './table-vacuum.service.js';

const OLD_ROWS = 5_000;
const NEW_ROWS = 500;
const OLD = { table: 'things', where: 'made_at < $1' };
const before = new Date('2026-01-01');

describe('pruning', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let pruning: RowPruning;

  const rows = async (where = 'true') => {
    const [row] = await dataSource.query<[{ count: number }]>(
      `SELECT count(*)::integer AS count FROM things WHERE ${where}`,
    );
    return row.count;
  };
  const prune = (options: { dryRun?: boolean; signal?: AbortSignal } = {}) =>
    pruning.prune(OLD, { before, dryRun: false, signal: new AbortController().signal, ...options });

  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = new DataSource({ type: 'postgres', url: database.url, poolSize: 4, installExtensions: false });
    await dataSource.initialize();
    await dataSource.query(`
      CREATE TABLE things (id integer PRIMARY KEY, made_at timestamptz NOT NULL, body text);
      INSERT INTO things SELECT n, CASE WHEN n % 11 = 0 THEN timestamptz '2026-06-01' ELSE '2025-06-01' END, repeat('x', 200)
      FROM generate_series(1, ${OLD_ROWS + NEW_ROWS}) AS n`);
    pruning = new RowPruning(dataSource);
  });

  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('counts what it then removes, and leaves the rest', async () => {
    expect(await prune({ dryRun: true })).toBe(OLD_ROWS);
    expect(await rows()).toBe(OLD_ROWS + NEW_ROWS);
    expect(await prune()).toBe(OLD_ROWS);
    expect(await rows(`made_at > '2026-01-01'`)).toBe(NEW_ROWS);
    expect(await rows()).toBe(NEW_ROWS);
    expect(await prune()).toBe(0);
  });

  it('waits for nobody: a row that somebody holds is left to the next time', async () => {
    await dataSource.transaction(async (manager) => {
      await manager.query('SELECT 1 FROM things WHERE id <= 10 FOR UPDATE');
      expect(await prune()).toBe(OLD_ROWS - 10);
    });
    expect(await prune()).toBe(10);
  });

  it('ends between two batches when it is told to, and goes on the next time', async () => {
    const stop = new AbortController();
    const pruned = prune({ signal: stop.signal });
    const counts = setInterval(() => {
      void rows().then((left) => left < OLD_ROWS && stop.abort(new Error('enough')));
    }, 1);
    await expect(pruned).rejects.toThrow('enough');
    clearInterval(counts);
    const left = await rows(`made_at < '2026-01-01'`);
    expect(left).toBeGreaterThan(0);
    expect(await prune()).toBe(left);
  });

  it('vacuums every table of ours, and tells which are not', async () => {
    await prune();
    const stranger = `stranger_${process.pid}`;
    await dataSource.query(`CREATE ROLE ${stranger} LOGIN PASSWORD 'x'; CREATE TABLE theirs (id integer)`);
    await dataSource.query(`ALTER TABLE theirs OWNER TO ${stranger}`);
    const url = Object.assign(new URL(database.url), { username: stranger, password: 'x' }).toString();
    const theirs = await new DataSource({ type: 'postgres', url, poolSize: 2, installExtensions: false }).initialize();
    const options = { busy: ['messages'], signal: new AbortController().signal };
    const report = await new TableVacuum(theirs).all(options);
    expect(report.done).toEqual(['theirs']);
    expect(report.skipped).toContainEqual({ table: 'things', reason: 'it belongs to another role' });
    await theirs.destroy();
    await dataSource.query(`DROP TABLE theirs; DROP ROLE ${stranger}`);

    const { done, skipped } = await new TableVacuum(dataSource).all(options);
    expect(done).toEqual(expect.arrayContaining(['things', 'messages', 'tasks']));
    expect(skipped).toEqual([]);
    const [row] = await dataSource.query<[{ tuples: number }]>(
      `SELECT reltuples::integer AS tuples FROM pg_class WHERE relname = 'things'`,
    );
    expect(row.tuples).toBe(NEW_ROWS);
  });

  it('stops vacuuming when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(new TableVacuum(dataSource).all({ busy: [], signal })).rejects.toThrow('enough');
  });
});
