import { jest } from '@jest/globals';
import { DataSource, SelectQueryBuilder, type ObjectLiteral } from 'typeorm';

import { planAmongMany } from '../../testing/among-many.js';
import { EngagementStage, type Friend } from '../../testing/engagement-stage.js';

const ROOT = '/api/engagements';
const WORDS = 'And how did the rest of your week go?';
const HOUR_MS = 3_600_000;

interface Problem {
  readonly code?: string;
}

describe('the routes of writing first', () => {
  let stage: EngagementStage;

  beforeAll(async () => {
    stage = await EngagementStage.open();
  });
  afterAll(() => stage.close());

  async function call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) {
    const response = await stage.app.request(`${ROOT}${path}`, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(headers && { headers }),
    });
    return { status: response.status, body: (await response.json()) as Problem };
  }

  const waiting = (of: Friend) => stage.plan(of, { mode: 'approve', dueAt: new Date(Date.now() + HOUR_MS) });

  describe('who may', () => {
    const routes: readonly (readonly [string, string, 'read' | 'write'])[] = [
      ['GET', '/upcoming', 'read'],
      ['GET', '', 'read'],
      ['GET', '/:id', 'read'],
      ['POST', '/preview', 'read'],
      ['POST', '/plan', 'write'],
      ['PATCH', '/:id', 'write'],
      ['POST', '/:id/approve', 'write'],
      ['POST', '/:id/reject', 'write'],
      ['POST', '/:id/send_now', 'write'],
      ['GET', '/contacts/:contact', 'read'],
      ['GET', '/contacts/:contact/history', 'read'],
      ['PUT', '/contacts/:contact/preferences', 'write'],
    ];

    it('is said by scopes, route by route', async () => {
      const jo = await stage.friend(stage.phone());
      const id = await waiting(jo);
      const keyOf = async (scopes: readonly string[]) => {
        const body = JSON.stringify({ name: scopes.join(), scopes });
        const response = await stage.app.request('/api/keys', { method: 'POST', body });
        return `Bearer ${((await response.json()) as { key: string }).key}`;
      };
      const [reads, writes, other] = [
        await keyOf(['engagements:read']),
        await keyOf(['engagements:write']),
        await keyOf(['chats:read', 'chats:write', 'memory:read']),
      ];
      for (const [method, route, scope] of routes) {
        const path = route.replace(':id', id).replace(':contact', jo.contactId);
        const statusWith = async (authorization: string) =>
          (await call(method, path, method === 'GET' ? undefined : {}, { authorization })).status;
        const allowed = scope === 'read' ? reads : writes;
        const denied = scope === 'read' ? writes : reads;
        expect([route, await statusWith(denied), await statusWith(other)]).toEqual([route, 403, 403]);
        expect([401, 403]).not.toContain(await statusWith(allowed));
        expect(await statusWith('Bearer nobody')).toBe(401);
      }
    });
  });

  it('looks at what waits alone, however much has ended', async () => {
    const { getMany } = SelectQueryBuilder.prototype;
    const statements: [string, unknown[]][] = [];
    const spy = jest.spyOn(SelectQueryBuilder.prototype, 'getMany').mockImplementation(function (
      this: SelectQueryBuilder<ObjectLiteral>,
    ) {
      if (this.alias === 'engagement') statements.push(this.getQueryAndParameters());
      return getMany.call(this);
    });
    await call('GET', '/upcoming');
    spy.mockRestore();
    expect(statements).not.toEqual([]);
    for (const [sql, values] of statements) {
      expect(await planAmongMany(stage.part(DataSource), sql, values)).toContain('engagements_waiting');
    }
  });

  describe('bad input', () => {
    let id: string;
    let of: Friend;
    beforeAll(async () => {
      of = await stage.friend(stage.phone());
      id = await waiting(of);
    });

    it.each<[string, string, string, unknown, number]>([
      ['an unknown key', 'PATCH', '/:id', { words: 'x' }, 400],
      ['__proto__', 'PATCH', '/:id', '{"__proto__":{"text":"x"}}', 400],
      ['a doubled key', 'PATCH', '/:id', '{"text":1,"text":2}', 400],
      ['no JSON', 'PATCH', '/:id', '{', 400],
      ['null for words', 'PATCH', '/:id', { text: null }, 400],
      ['a number for words', 'PATCH', '/:id', { text: 5 }, 400],
      ['ten megabytes', 'PATCH', '/:id', { text: 'x'.repeat(10_000_000) }, 413],
      ['a day that is none', 'PATCH', '/:id', { due_at: '2026-02-30T10:00:00Z' }, 400],
      ['the year 9999', 'PATCH', '/:id', { due_at: '9999-01-01T10:00:00Z' }, 400],
      ['a time without a zone', 'PATCH', '/:id', { due_at: '2026-06-01T10:00:00' }, 400],
      ['nobody', 'PATCH', '/00000000-0000-7000-8000-000000000000', { text: WORDS }, 404],
      ['no id', 'POST', '/..%2F..%2Fetc/approve', undefined, 404],
      ['a sentence as a reason', 'POST', '/:id/reject', { reason: 'I do not like it +34600000000' }, 400],
      ['nobody to preview', 'POST', '/preview', { contact_id: '+10000000000' }, 404],
      ['NUL in a name', 'POST', '/preview', { contact_id: 'a\u0000b' }, 404],
      ['no such type', 'POST', '/preview', { contact_id: 'x', type: 'spam' }, 400],
      ['an array', 'POST', '/plan', [], 400],
      ['null for own words', 'POST', '/plan', { contact_id: ':contact', text: null }, 400],
      ['null for an own time', 'POST', '/plan', { contact_id: ':contact', due_at: null }, 400],
      ['null as a reason', 'POST', '/:id/reject', { reason: null }, 400],
      ['limit 0', 'GET', '/upcoming?limit=0', undefined, 400],
      ['limit 10^9', 'GET', '?limit=1000000000', undefined, 400],
      ['a forged cursor', 'GET', '/upcoming?cursor=forged', undefined, 400],
      ['from after to', 'GET', '?from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z', undefined, 400],
      ['a status that is none', 'GET', '?status=lost', undefined, 400],
      ['an end as upcoming', 'GET', '/upcoming?status=sent', undefined, 400],
      ['an unknown zone', 'PUT', '/contacts/:contact/preferences', { zone: 'Europe/Narnia' }, 400],
      ['an offset for a zone', 'PUT', '/contacts/:contact/preferences', { zone: '+02:00' }, 400],
      ['half of the quiet hours', 'PUT', '/contacts/:contact/preferences', { quiet_from: '22:00' }, 400],
      ['a time that is none', 'PUT', '/contacts/:contact/preferences', { quiet_from: '24:00', quiet_until: '9' }, 400],
      ['no such frequency', 'PUT', '/contacts/:contact/preferences', { frequency: 'always' }, 400],
      [
        '51 topics',
        'PUT',
        '/contacts/:contact/preferences',
        { topics_to_avoid: Array.from({ length: 51 }, String) },
        400,
      ],
      ['an empty topic', 'PUT', '/contacts/:contact/preferences', { topics_to_avoid: [' '] }, 400],
      ['NUL in a topic', 'PUT', '/contacts/:contact/preferences', { topics_to_avoid: ['a\u0000'] }, 400],
    ])('%s: %s %s', async (_, method, route, body, expected) => {
      const path = route.replace(':id', id).replace(':contact', of.contactId);
      const answer = await call(method, path, body);
      expect([answer.status, typeof answer.body.code]).toEqual([expected, 'string']);
      expect(await stage.find(id)).toMatchObject({ status: 'planned', revision: 1 });
    });
  });
});
