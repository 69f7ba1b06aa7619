import { startEdgeApp, type EdgeApp } from '../../testing/edge-app.js';
import { ApiKeys } from './api-keys.service.js';

describe('/api/keys', () => {
  let edge: EdgeApp;

  beforeAll(async () => {
    edge = await startEdgeApp();
  });

  afterAll(() => edge.close());

  it('makes a key that works within its scopes, lists it without its secret, and revokes it', async () => {
    const made = await edge.post('/api/keys', { name: 'reader', scopes: ['notes:read'] });
    const { key, id } = JSON.parse(made.text) as { key: string; id: string };
    expect(key).toMatch(/^sec_[0-9a-f]{12}_[\w-]{43}$/);
    expect(JSON.parse((await edge.call('/notes', {}, key)).text)).toEqual({ limit: null, caller: 'reader' });
    expect((await edge.call('/api/keys', {}, key)).problem.code).toBe('auth.missing-scope');
    const listed = await edge.call('/api/keys');
    expect(listed.text).toContain(id);
    expect(listed.text).not.toContain(key.slice(17));
    expect((await edge.call(`/api/keys/${id}`, { method: 'DELETE' })).response.status).toBe(204);
    expect((await edge.call('/notes', {}, key)).response.status).toBe(401);
  });

  it('lets nobody make a key that may do more', async () => {
    const { plain } = await edge.app.get(ApiKeys).create({ name: 'maker', scopes: ['keys:write', 'notes:read'] });
    const statusFor = async (scopes: string[]) =>
      (await edge.post('/api/keys', { name: 'x', scopes }, plain)).response.status;
    expect(await statusFor(['notes:read'])).toBe(201);
    expect(await statusFor(['notes:write'])).toBe(403);
    expect(await statusFor(['*'])).toBe(403);
    expect(await statusFor(['nonsense'])).toBe(400);
    expect(await statusFor([])).toBe(400);
  });

  it.each([
    ['2030-01-01T00:00:00Z', 201],
    ['2030-01-01', 400],
    ['2030-02-30T00:00:00Z', 400],
    ['tomorrow', 400],
  ])('takes the expiry %s with %i', async (expires_at, status) => {
    const made = await edge.post('/api/keys', { name: 'x', scopes: ['notes:read'], expires_at });
    expect(made.response.status).toBe(status);
  });

  it.each([
    ['not-an-id', 400],
    ['01890000-0000-7000-8000-000000000000', 404],
  ])('refuses to revoke %s', async (id, status) => {
    expect((await edge.call(`/api/keys/${id}`, { method: 'DELETE' })).response.status).toBe(status);
  });
});
