import { DataSource } from 'typeorm';

import { DEFAULT_CHARACTER_ID } from '#memory';

import { PlanningStage, type Friend } from '../../testing/planning-stage.js';
import { Engagements } from './engagements.service.js';
import type { NewEngagement, WaitingWalls } from './new-engagement.js';

const AT_ONCE = 500;
/** No more can race than there are connections; the others wait here rather than for one, for which there is a limit of time. */
const CONNECTIONS = 20;
/** 100 rounds are what is promised: WALL_RACES=100. */
const TIMES = Number(process.env.WALL_RACES ?? 6);
const CAP = 5;

describe('the walls around what waits', () => {
  let stage: PlanningStage;
  let ana: Friend;
  let people: readonly Friend[];

  beforeAll(async () => {
    stage = await PlanningStage.open({ env: { DATABASE_POOL_SIZE: String(CONNECTIONS) } });
    const account = await stage.account();
    ana = await stage.friend({}, account);
    people = await Promise.all(Array.from({ length: 20 }, () => stage.friend({}, account)));
  });
  afterAll(() => stage.close());
  beforeEach(() => stage.query('DELETE FROM engagements'));

  function plan(friend: Friend, changes: Partial<NewEngagement> = {}): NewEngagement {
    const dueAt = new Date(stage.clock.now().getTime() + 3_600_000);
    return {
      ...friend,
      ...{ characterId: DEFAULT_CHARACTER_ID, type: 'check_in', moment: null, memoryIds: [], reasons: [] },
      ...{ experiment: null, mode: 'automatic', stage: 'friend', dueAt, expiresAt: dueAt },
      ...changes,
    };
  }

  async function insert(friend: Friend, walls: WaitingWalls, changes?: Partial<NewEngagement>): Promise<string | null> {
    return stage
      .part(DataSource)
      .transaction((manager) => stage.part(Engagements).insert(manager, plan(friend, changes), walls));
  }

  async function waiting(): Promise<number> {
    const [{ count } = { count: -1 }] = await stage.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM engagements WHERE pending_slot IS NOT NULL',
    );
    return count;
  }

  /** The most that ever waited, over many rounds of planners at once. */
  async function race(rounds: number, of: () => Friend, walls: WaitingWalls): Promise<number> {
    let most = 0;
    for (let round = 0; round < rounds; round += 1) {
      await stage.query('DELETE FROM engagements');
      const ids: (string | null)[] = [];
      const planners = Array.from({ length: AT_ONCE }, of).values();
      const planSome = async (): Promise<void> => {
        for (const friend of planners) ids.push(await insert(friend, walls));
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, planSome));
      const count = await waiting();
      expect(ids.filter((id) => id !== null)).toHaveLength(count);
      most = Math.max(most, count);
    }
    return most;
  }

  function anybody(): Friend {
    return people[Math.floor(Math.random() * people.length)]!;
  }

  it(`lets ${CAP} wait for one person, of ${AT_ONCE} planners at once`, async () => {
    expect(await race(TIMES / 2, () => ana, { perPerson: CAP, inAll: 1_000 })).toBe(CAP);
  }, 600_000);

  it(`lets ${CAP} wait in all, of ${AT_ONCE} planners at once`, async () => {
    expect(await race(TIMES / 2, anybody, { perPerson: 1_000, inAll: CAP })).toBe(CAP);
  }, 600_000);

  it('is the indexes: without them more would wait', async () => {
    await stage.query('DROP INDEX engagements_pending');
    try {
      expect(await race(3, () => ana, { perPerson: CAP, inAll: 1_000 })).toBeGreaterThan(CAP);
    } finally {
      await stage.query('DELETE FROM engagements');
      await stage.query(
        'CREATE UNIQUE INDEX engagements_pending ON engagements (contact_id, pending_slot) WHERE pending_slot IS NOT NULL',
      );
    }
  }, 60_000);

  it('lets a moment have one outreach, and another one when the first came to nothing', async () => {
    const walls = { perPerson: 5, inAll: 50 };
    const first = await insert(ana, walls, { moment: 'exam:2026-05-08' });
    expect(await insert(ana, walls, { moment: 'exam:2026-05-08' })).toBeNull();
    await stage.part(DataSource).transaction((manager) => stage.part(Engagements).end(manager, first!, 'skipped', 'x'));
    expect(await insert(ana, walls, { moment: 'exam:2026-05-08' })).not.toBeNull();
  });

  it('fills the places that a batch leaves, and says which plans had none', async () => {
    const batch = people.slice(0, 4).map((friend) => plan(friend));
    const ids = await stage
      .part(DataSource)
      .transaction((manager) => stage.part(Engagements).insertAll(manager, batch, { perPerson: 1, inAll: 3 }));
    expect(ids.filter((id) => id !== null)).toHaveLength(3);
    expect(await waiting()).toBe(3);
  });

  it('leaves those that wait when a cap is lowered, and takes no more', async () => {
    await insert(ana, { perPerson: 3, inAll: 50 });
    await insert(ana, { perPerson: 3, inAll: 50 });
    expect(await insert(ana, { perPerson: 1, inAll: 50 })).toBeNull();
    expect(await waiting()).toBe(2);
  });
});
