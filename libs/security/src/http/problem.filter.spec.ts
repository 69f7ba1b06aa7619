import type { ArgumentsHost } from '@nestjs/common';

import { correlationId } from '#telemetry';

import { ProblemFilter } from './problem.filter.js';

class FakeReply {
  readonly raw = { headersSent: false };
  getHeader = (): string => 'id-of-the-answer';
  code = (): this => this;
  type = (): this => this;
  send = (): this => this;
}

describe('ProblemFilter', () => {
  it('reports under the id of the answer what fails before a route runs', () => {
    const reportedUnder: (string | undefined)[] = [];
    const host = { getType: () => 'http', switchToHttp: () => ({ getResponse: () => new FakeReply() }) };
    new ProblemFilter(() => reportedUnder.push(correlationId())).catch(
      new Error('a'),
      host as unknown as ArgumentsHost,
    );
    expect(reportedUnder).toEqual(['id-of-the-answer']);
  });
});
