import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { AppError, newId } from '#kernel';
import { correlationId, withCorrelation } from '#telemetry';

import { ERROR_REPORTER, type ErrorReporter } from '../error-reporter.js';
import { problemOf } from './problem.js';

/** Turns every error of a request into `application/problem+json`, and reports those that are ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(ERROR_REPORTER) private readonly report: ErrorReporter) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const correlation = correlationOf(reply);
    const problem = problemOf(error, correlation);
    if (problem.status >= 500) withCorrelation(correlation, () => this.report(error));
    if (reply.raw.headersSent) {
      // Half of a body is out: only a broken connection can tell the client that the rest is missing.
      reply.raw.destroy();
      return;
    }
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    if (error instanceof AppError && error.retryAfterSeconds !== undefined) {
      reply.header('retry-after', Math.ceil(error.retryAfterSeconds));
    }
    void reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

/** From the header of the answer: what reads a request's body may have left the asynchronous context. */
function correlationOf(reply: FastifyReply): string {
  return String(reply.getHeader('x-correlation-id') ?? correlationId() ?? newId());
}
