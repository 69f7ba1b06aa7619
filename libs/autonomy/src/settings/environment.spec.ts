import { loadConfig } from '#config';

describe('the environment refuses', () => {
  it.each([
    ['AUTONOMY_ENGINE', 'v3'],
    ['AUTONOMY_ACTIONS_PER_HOUR', '33'],
    ['AUTONOMY_ACTIONS_PER_DAY', '-1'],
    ['AUTONOMY_ANSWERS_AT_ONCE', '0'],
    ['AUTONOMY_ANSWERS_PER_HOUR', '0'],
    ['AUTONOMY_SILENCE_HOURS', '0'],
    ['AUTONOMY_QUIET_HOURS', '23-8'],
    ['AUTONOMY_MAX_MESSAGE_LENGTH', '39'],
    ['AUTONOMY_FEED_MINUTES', '4'],
  ])('%s=%s', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(name);
  });
});
