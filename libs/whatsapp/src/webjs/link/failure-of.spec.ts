import { noChromium, profileInUse } from '../webjs.errors.js';
import { failureOf } from './failure-of.js';

describe('failureOf', () => {
  it.each([
    ['no Chromium', noChromium(['/usr/bin/chromium']), false, 'hopeless', /apt-get install chromium/],
    [
      'a profile in use, which may be given back',
      profileInUse('process 1 on there'),
      false,
      'page',
      /process 1 on there/,
    ],
    [
      'a browser that does not come up',
      new Error('Failed to launch: secret'),
      false,
      'launch',
      /Chromium did not start/,
    ],
    ['no network', new Error('net::ERR_NAME_NOT_RESOLVED at https://x'), true, 'page', /\(ERR_NAME_NOT_RESOLVED\)/],
    ['what the library throws, which is no Error', 'auth timeout', true, 'page', /could not be loaded\./],
  ])('%s', (_, error, hasLaunched, kind, reason) => {
    expect(failureOf(error, hasLaunched)).toEqual({
      type: 'start-failed',
      kind,
      reason: expect.stringMatching(reason) as string,
    });
  });

  it('repeats nothing of a foreign error', () => {
    expect(failureOf(new Error('secret'), true).reason).not.toContain('secret');
  });
});
