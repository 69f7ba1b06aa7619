import { NO_FAULTS } from './fault-script.js';
import { formatFaults, parseFaults } from './parse-faults.js';

describe('parseFaults', () => {
  it.each([
    ['', NO_FAULTS],
    [' seed=7 , duplicate=0.1,', { ...NO_FAULTS, seed: 7, duplicate: 0.1 }],
    [
      'reorder=0.05,late=1,lost-ack=0.5,failed-send=0.2,unread=0.3,disconnect=0.01,logout=0',
      { ...NO_FAULTS, reorder: 0.05, late: 1, lostAck: 0.5, failedSend: 0.2, unread: 0.3, disconnect: 0.01 },
    ],
  ])('reads %j', (text, script) => {
    expect(parseFaults(text)).toEqual(script);
  });

  it.each([
    'duplicate',
    'duplicate=',
    'duplicate=1.1',
    'late=-0.1',
    'late=NaN',
    'seed=x',
    'seed=1.5',
    'explode=1',
    '=1',
  ])('refuses %j', (text) => {
    expect(() => parseFaults(text)).toThrow(expect.objectContaining({ code: 'simulator.invalid-faults' }) as Error);
  });

  it('reads what formatFaults writes', () => {
    const script = { ...NO_FAULTS, seed: 3, lostAck: 0.05, late: 1 };
    expect(formatFaults(script)).toBe('seed=3,late=1,lost-ack=0.05');
    expect(parseFaults(formatFaults(script))).toEqual(script);
  });
});
