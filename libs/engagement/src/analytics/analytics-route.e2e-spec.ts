import { EngagementStage } from '../../testing/engagement-stage.js';

describe('GET /api/engagements/analytics', () => {
  let stage: EngagementStage;

  beforeAll(async () => {
    stage = await EngagementStage.open();
  }, 60_000);
  afterAll(() => stage.close());

  it('tells what came of writing first', async () => {
    const response = await stage.app.request('/api/engagements/analytics?group_by=hour');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      ...{ planned: 0, sent: 0, answered: 0, ignored: 0, opted_out: 0, skipped: {}, groups: [] },
      response_times: { p50_minutes: null, p90_minutes: null },
    });
  });

  it.each(['?group_by=weather', '?from=yesterday', '?from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z', '?contact=1'])(
    'takes no %s',
    async (query) => {
      expect((await stage.app.request(`/api/engagements/analytics${query}`)).status).toBe(400);
    },
  );
});
