import { SIMULATE_USAGE, simulateOptions } from './simulate-options.js';

describe('simulateOptions', () => {
  it('has a default for everything', () => {
    expect(simulateOptions([])).toEqual({ days: 90, contacts: 1_000, seed: 1, json: undefined, help: false });
    expect(simulateOptions(['--days', '7', '--json', 'out.json'])).toMatchObject({ days: 7, json: 'out.json' });
  });

  it.each([['--help'], ['-h']])('takes %s', (option) => {
    expect(simulateOptions([option]).help).toBe(true);
  });

  it.each([[['--days', '0']], [['--contacts', 'many']], [['--speed', '2']], [['more']]])('refuses %j', (args) => {
    expect(() => simulateOptions(args)).toThrow(SIMULATE_USAGE);
  });
});
