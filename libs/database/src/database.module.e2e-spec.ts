import { Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource, type EntityManager } from 'typeorm';

import { TelemetryModule } from '#telemetry';
import { createTestDatabase, type TestDatabase, waitFor } from '#testing';

import { MIGRATIONS } from '../migrations/index.js';
import { DatabaseAddress } from './database-address.js';
import { DatabaseModule } from './database.module.js';
import { PgEvents } from './events/pg-events.js';
import { queryPrepared } from './statements/query-prepared.js';
import { Transactions } from './transactions/transactions.js';

@Injectable()
class Reader {
  constructor(
    readonly transactions: Transactions,
    readonly address: DatabaseAddress,
  ) {}
}

let database: TestDatabase;
let one: INestApplicationContext;
let other: INestApplicationContext;

beforeAll(async () => {
  database = await createTestDatabase();
  [one, other] = await Promise.all([openProcess(), openProcess()]);
  await one.get(DataSource).query('CREATE TABLE seats (id int PRIMARY KEY, taken int NOT NULL DEFAULT 0)');
});

afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});

describe('DatabaseModule', () => {
  it('offers its services to every module, on a migrated database', async () => {
    expect(one.get(Reader).address.url).toBe(database.url);
    const rows: unknown[] = await one.get(DataSource).query('SELECT name FROM migrations');
    expect(rows).toHaveLength(MIGRATIONS.length);
  });

  it('fails at boot with the reason, at once', async () => {
    const boot = openProcess('postgres://me:canary@127.0.0.1:1/x');
    await expect(boot).rejects.toMatchObject({ code: 'database.unreachable' });
    // A second try would come after three seconds.
  }, 2_500);
});

describe('Transactions', () => {
  it('run what they are asked at once in that order, and none of it after what fails', async () => {
    const asked = (manager: EntityManager, name: string, text: string) => queryPrepared(manager, { name, text }, []);
    const taken = await one.get(Transactions).run(async (manager) => {
      const [, , rows] = await Promise.all([
        asked(manager, 'test.seat', 'INSERT INTO seats VALUES (300)'),
        asked(manager, 'test.take', 'UPDATE seats SET taken = taken + 1 WHERE id = 300'),
        asked(manager, 'test.taken', 'SELECT taken FROM seats WHERE id = 300'),
      ]);
      return rows;
    });
    expect(taken).toEqual([{ taken: 1 }]);
    const failing = one
      .get(Transactions)
      .run((manager) =>
        Promise.all([
          asked(manager, 'test.take', 'UPDATE seats SET taken = taken + 1 WHERE id = 300'),
          asked(manager, 'test.wrong', 'SELECT 1 / 0'),
          asked(manager, 'test.leave', 'DELETE FROM seats WHERE id = 300'),
        ]),
      );
    await expect(failing).rejects.toThrow('division by zero');
    expect(await one.get(DataSource).query('SELECT taken FROM seats WHERE id = 300')).toEqual([{ taken: 1 }]);
  });

  it('commits everything or nothing', async () => {
    const transactions = one.get(Transactions);
    await expect(
      transactions.run(async (manager) => {
        await manager.query('INSERT INTO seats VALUES (100)');
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await transactions.run((manager) => manager.query('SELECT * FROM seats WHERE id = 100'))).toEqual([]);
  });

  it('tries again after a deadlock, so both get through', async () => {
    await one.get(DataSource).query('INSERT INTO seats VALUES (1), (2)');
    const bothHoldOne = new Meeting(2);
    let tries = 0;
    const take = (process: INestApplicationContext, seats: number[]) =>
      process.get(Transactions).run(async (manager) => {
        tries++;
        await manager.query('UPDATE seats SET taken = taken + 1 WHERE id = $1', [seats[0]]);
        await bothHoldOne.arrive();
        await manager.query('UPDATE seats SET taken = taken + 1 WHERE id = $1', [seats[1]]);
      });
    await Promise.all([take(one, [1, 2]), take(other, [2, 1])]);
    expect(tries).toBe(3);
    const seats: unknown = await one.get(DataSource).query('SELECT taken FROM seats WHERE id < 3');
    expect(seats).toEqual([{ taken: 2 }, { taken: 2 }]);
  });

  it('gives up after six tries, and says that a later one may succeed', async () => {
    let tries = 0;
    const run = one.get(Transactions).run(async (manager) => {
      tries++;
      await manager.query(`DO $$ BEGIN RAISE SQLSTATE '40001'; END $$`);
    });
    await expect(run).rejects.toMatchObject({ code: 'database.contention', retryable: true });
    expect(tries).toBe(6);
  });
});

describe('a statement by itself', () => {
  it.each(['statement', 'prepared'] as const)('is tried again as a transaction is: %s', async (way) => {
    await one.get(DataSource).query(`
      CREATE SEQUENCE tries_of_${way};
      CREATE FUNCTION third_time_${way}() RETURNS integer LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('tries_of_${way}') < 3 THEN RAISE SQLSTATE '40001'; END IF;
        RETURN 7;
      END $$`);
    const text = `SELECT third_time_${way}() + $1::integer AS sum`;
    const transactions = one.get(Transactions);
    const run = {
      statement: () => transactions.statement(text, [1]),
      prepared: () => transactions.prepared({ name: 'test.third-time', text }, [1]),
    };
    expect(await run[way]()).toEqual([{ sum: 8 }]);
  });

  it('is prepared within a transaction, too, and sees what only that has written', async () => {
    const seat = { name: 'test.seat', text: 'SELECT id FROM seats WHERE id = $1' };
    const gone = one.get(Transactions).run(async (manager) => {
      await manager.query('INSERT INTO seats VALUES (200)');
      expect(await queryPrepared(manager, seat, [200])).toEqual([{ id: 200 }]);
      const [{ count } = { count: 0 }] = await manager.query<{ count: number }[]>(
        `SELECT count(*)::integer FROM pg_prepared_statements WHERE name = 'test.seat'`,
      );
      expect(count).toBe(1);
      throw new Error('changed my mind');
    });
    await expect(gone).rejects.toThrow('changed my mind');
    expect(await queryPrepared(one.get(DataSource).manager, seat, [200])).toEqual([]);
  });
});

describe('PgEvents', () => {
  it('reaches every process that listens, and nobody after they stopped', async () => {
    const heard: string[] = [];
    const stops = await Promise.all([
      one.get(PgEvents).subscribe('news', (payload) => heard.push(`one ${payload}`)),
      other.get(PgEvents).subscribe('news', (payload) => heard.push(`other ${payload}`)),
      other.get(PgEvents).subscribe('gossip', (payload) => heard.push(`gossip ${payload}`)),
    ]);
    await one.get(PgEvents).publish('news', 'rain');
    await waitFor(() => heard.length === 2, { what: 'both to hear it' });

    await stops[0]();
    await other.get(PgEvents).publish('news', 'sun');
    await waitFor(() => heard.length === 3, { what: 'the other to hear it' });
    expect(heard.sort()).toEqual(['one rain', 'other rain', 'other sun']);
    await Promise.all([stops[1](), stops[2]()]);
  });

  it('leaves with the transaction, or not at all', async () => {
    const heard: string[] = [];
    const events = one.get(PgEvents);
    const stop = await other.get(PgEvents).subscribe('orders', (payload) => heard.push(payload));
    const transactions = one.get(Transactions);
    await transactions
      .run(async (manager) => {
        await events.publish('orders', 'rolled back', manager);
        throw new Error('no');
      })
      .catch(() => undefined);
    await transactions.run((manager) => events.publish('orders', 'committed', manager));
    await waitFor(() => heard.length > 0, { what: 'the event' });
    expect(heard).toEqual(['committed']);
    await stop();
  });

  it('comes back with all its channels after its connection was cut, and says so', async () => {
    const heard: string[] = [];
    const listener = other.get(PgEvents);
    const stops = await Promise.all([
      listener.subscribe(
        'a',
        (payload) => heard.push(payload),
        () => heard.push('look again'),
      ),
      listener.subscribe('b', (payload) => heard.push(payload)),
    ]);
    await one
      .get(DataSource)
      .query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'secretary-events' AND datname = current_database()`,
      );
    await waitFor(() => heard.length > 0, { what: 'the connection to be back' });
    await one.get(PgEvents).publish('a', 'first');
    await one.get(PgEvents).publish('b', 'second');
    await waitFor(() => heard.length === 3, { what: 'events over the new connection' });
    expect(heard).toEqual(['look again', 'first', 'second']);
    await Promise.all(stops.map((stop) => stop()));
  });

  it('lets no listener spoil it for the others', async () => {
    const heard: string[] = [];
    const events = one.get(PgEvents);
    const stops = [
      await events.subscribe('c', () => {
        throw new Error('clumsy');
      }),
      await events.subscribe('c', (payload) => heard.push(payload)),
    ];
    await events.publish('c', 'still here');
    await waitFor(() => heard.length === 1, { what: 'the second listener' });
    await Promise.all(stops.map((stop) => stop()));
  });
});

async function openProcess(url = database.url): Promise<INestApplicationContext> {
  @Module({
    imports: [
      TelemetryModule.forRoot({ level: 'silent', format: 'json', name: 'test' }),
      DatabaseModule.forRoot({ url, poolSize: 4 }),
    ],
    providers: [Reader],
  })
  class ProcessModule {}
  return NestFactory.createApplicationContext(ProcessModule, { logger: false, abortOnError: false });
}

/** Opens when the given number have arrived, and stays open. */
class Meeting {
  private readonly opened: Promise<void>;
  private open: () => void = () => undefined;

  constructor(private missing: number) {
    this.opened = new Promise((resolve) => (this.open = resolve));
  }

  arrive(): Promise<void> {
    if (--this.missing === 0) this.open();
    return this.opened;
  }
}
