import { GraphFailure, type GraphFailureFacts } from './graph-failure.js';
import { neverArrives, sendErrorOf, troubleOf } from './graph-verdict.js';

const refused = (code: number, more: Partial<GraphFailureFacts> = {}) =>
  new GraphFailure({ heard: 'refused', status: 400, code, ...more });

describe('a failed send', () => {
  it.each<[string, GraphFailure, string, RegExp, number | undefined]>([
    ['never left', new GraphFailure({ heard: 'no' }), 'send-failed', /reached/, undefined],
    ['lost its answer', new GraphFailure({ heard: 'maybe' }), 'send-unknown', /no answer/, undefined],
    ['is too fast', refused(130429), 'send-failed', /too many/, 5],
    ['is too fast for one recipient', refused(131056), 'send-failed', /recipient/, 6],
    ['is too fast, and told until when', refused(130429, { retryAfterSeconds: 9 }), 'send-failed', /too many/, 9],
    ['is throttled by a proxy', new GraphFailure({ heard: 'refused', status: 429 }), 'send-failed', /too many/, 60],
    ['is outside the window', refused(131047), 'send-rejected', /approved template/, undefined],
    ['reaches nobody', refused(131026), 'send-rejected', /cannot be reached/, undefined],
    ['is of no known type', refused(131051), 'send-rejected', /type/, undefined],
    ['is not valid', refused(100), 'send-rejected', /error 100/, undefined],
    ['has no template', refused(132001), 'send-rejected', /template/, undefined],
    ['is refused for a reason that we do not know', refused(139999), 'send-rejected', /139999/, undefined],
    ['has a wrong token', refused(190, { status: 401 }), 'send-failed', /WHATSAPP_CLOUD_TOKEN/, 60],
    ['has a wrong number', refused(100, { subcode: 33 }), 'send-failed', /PHONE_NUMBER_ID/, 60],
    ['is of a restricted account', refused(368), 'send-failed', /restricted/, 60],
    ['meets a broken Graph', refused(131000, { status: 500, transient: true }), 'send-failed', /not work/, undefined],
    [
      'meets a page instead of Graph',
      new GraphFailure({ heard: 'refused', status: 404 }),
      'send-failed',
      /now/,
      undefined,
    ],
  ])('that %s', (_, failure, code, message, retryAfterSeconds) => {
    const error = sendErrorOf(failure);
    expect(error.code).toBe(`whatsapp.${code}`);
    expect(error.message).toMatch(message);
    expect(error.retryAfterSeconds).toBe(retryAfterSeconds);
  });
});

describe('the account', () => {
  it.each<[string, GraphFailure, string | null]>([
    ['a wrong token', refused(190), 'DEGRADED'],
    ['a missing permission', refused(200), 'DEGRADED'],
    ['a wrong number', refused(100, { subcode: 33 }), 'DEGRADED'],
    ['a locked account', refused(131031), 'RESTRICTED'],
    ['a blocked account', refused(368), 'RESTRICTED'],
    ['no answer', new GraphFailure({ heard: 'maybe' }), 'RECONNECTING'],
    ['a broken Graph', refused(2, { status: 503, transient: true }), 'RECONNECTING'],
    ['a message that is not valid', refused(100), null],
    ['too many messages', refused(130429), null],
  ])('suffers from %s', (_, failure, state) => {
    expect(troubleOf(failure)?.state ?? null).toBe(state);
  });
});

it('knows which failures of delivery are for good', () => {
  expect(neverArrives(131026)).toMatch(/cannot be reached/);
  expect(neverArrives(131000)).toBeNull();
  expect(neverArrives(130429)).toBeNull();
});
