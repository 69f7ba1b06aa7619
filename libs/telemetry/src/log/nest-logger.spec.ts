import { recordedLines } from '../../testing/recorded-lines.js';
import { NestLogger } from './nest-logger.js';
import { PinoLogger } from './pino-logger.js';

function recorded() {
  const { lines, destination } = recordedLines();
  const logger = PinoLogger.create({ level: 'debug', format: 'json', name: 'api', destination });
  return { nest: new NestLogger(logger), lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as unknown };
}

describe('NestLogger', () => {
  it('keeps the boot quiet', () => {
    const { nest, last } = recorded();
    nest.log('AppModule dependencies initialized', 'InstanceLoader');
    expect(last()).toMatchObject({ level: 'debug', context: 'InstanceLoader' });
    nest.log('Something happened', 'MyService');
    expect(last()).toMatchObject({ level: 'info', context: 'MyService', msg: 'Something happened' });
  });

  it('never prints the message of an error: not as the message, not in the stack beside it', () => {
    const { nest, lines, last } = recorded();
    const error = new TypeError('canary-12');
    nest.error(error, error.stack);
    expect(last()).toMatchObject({ level: 'error', err: { type: 'TypeError' } });
    nest.error('It failed.', error.stack, 'ExceptionsHandler');
    expect(last()).toMatchObject({ msg: 'It failed.', context: 'ExceptionsHandler' });
    nest.warn({ body: 'canary-12' });
    nest.fatal(error);
    expect(lines.join()).not.toContain('canary');
    expect(lines).toHaveLength(4);
  });
});
