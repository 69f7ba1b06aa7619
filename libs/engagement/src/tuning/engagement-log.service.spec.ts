import { PinoLogger } from '#telemetry';
import { recordedLines } from '#telemetry/testing';

import { EngagementLog, type LoggedLook } from './engagement-log.service.js';

const LOOK: LoggedLook = {
  contactId: 'contact-1',
  engagementId: 'engagement-1',
  type: 'check_in',
  dueAt: new Date('2026-05-06T12:00:00Z'),
  reasons: [{ code: 'relationship', detail: { text: 'CANARY' } }, { code: 'silent' }],
};

describe('EngagementLog', () => {
  const { lines, destination } = recordedLines();
  const logger = PinoLogger.create({ level: 'debug', format: 'json', name: 'test', destination });
  const log = new EngagementLog(logger);

  beforeEach(() => lines.splice(0));

  it.each(['debug', 'info', 'warn', 'error'])(
    'writes each plan and each skip at PROACTIVE_LOG_LEVEL %s',
    (logLevel) => {
      log.planned({ debugLogging: true, logLevel }, LOOK);
      log.skipped({ debugLogging: true, logLevel }, LOOK);
      expect(lines).toHaveLength(2);
      for (const line of lines)
        expect(JSON.parse(line)).toMatchObject({ level: logLevel, reasons: 'relationship silent' });
    },
  );

  it.each([
    ['PROACTIVE_ENABLE_DEBUG_LOGGING is off', { debugLogging: false, logLevel: 'info' }],
    ['PROACTIVE_LOG_LEVEL is silent', { debugLogging: true, logLevel: 'silent' }],
  ])('writes none of them when %s, and one line a run', (_, logging) => {
    log.planned(logging, LOOK);
    log.skipped(logging, LOOK);
    expect(lines).toEqual([]);
    log.ran({ looked: 3, planned: 1, skipped: 2 });
    expect(lines).toHaveLength(1);
    log.ran({ looked: 0, planned: 0, skipped: 0 });
    expect(lines).toHaveLength(1);
  });

  it('says ids and codes, and nothing else of what was looked at', () => {
    log.planned({ debugLogging: true, logLevel: 'info' }, { ...LOOK, ...{ text: 'CANARY', phone: '+34600CANARY' } });
    expect(lines.join('')).not.toContain('CANARY');
  });
});
