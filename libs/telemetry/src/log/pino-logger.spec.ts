import { recordedLines } from '../../testing/recorded-lines.js';
import { withCorrelation } from '../correlation/correlation.js';
import { PinoLogger, type LogOptions } from './pino-logger.js';

const CANARY = 'canary-77';

function recorded(options: Partial<LogOptions> = {}) {
  const { lines, destination } = recordedLines();
  const logger = PinoLogger.create({ level: 'info', format: 'json', name: 'worker', destination, ...options });
  return { logger, lines, parsed: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('PinoLogger', () => {
  it('writes one JSON object a line', () => {
    const { logger, parsed } = recorded();
    logger.info({ chatId: 'c1', count: 2, size: 3n, missing: null }, 'Stored.');
    expect(parsed()).toEqual([
      expect.objectContaining({ level: 'info', name: 'worker', msg: 'Stored.', chatId: 'c1', count: 2, missing: null }),
    ]);
    expect(parsed()[0]).toMatchObject({ size: '3', time: expect.stringMatching(/^\d{4}-.*Z$/) });
  });

  it('describes errors instead of printing them, in children too', () => {
    const { logger, lines, parsed } = recorded();
    logger.child({ err: new Error(CANARY) }).error({ err: new RangeError(CANARY) }, 'Failed.');
    expect(lines.join()).not.toContain(CANARY);
    expect(parsed()[0]).toMatchObject({ err: { type: 'RangeError' } });
  });

  it('takes primitives only: by type, and what gets past the types is not printed', () => {
    const { logger, lines } = recorded();
    // @ts-expect-error an object may hold a message body
    logger.info({ message: { body: CANARY } }, 'Received.');
    // @ts-expect-error an error goes under `err`
    logger.info({ error: new Error(CANARY) }, 'Failed.');
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toContain(CANARY);
  });

  it('carries the correlation id through what is awaited, and none outside', async () => {
    const { logger, parsed } = recorded();
    await withCorrelation('abc', async () => {
      await new Promise(setImmediate);
      logger.info({}, 'inside');
    });
    logger.info({}, 'outside');
    expect(parsed().map(({ msg, correlationId }) => [msg, correlationId])).toEqual([
      ['inside', 'abc'],
      ['outside', undefined],
    ]);
  });

  it('leaves out what is below its level', () => {
    const { logger, lines } = recorded({ level: 'warn' });
    logger.info({}, 'no');
    logger.debug({}, 'no');
    logger.warn({}, 'yes');
    expect(lines).toHaveLength(1);
  });

  it('writes for people when asked', () => {
    const { logger, lines } = recorded({ format: 'pretty' });
    logger.info({ chatId: 'c1' }, 'Stored.');
    expect(lines.join('')).toMatch(/INFO.*Stored\.[^]*chatId.*c1/);
  });
});
