import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';

import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { ApiKeyGuard } from './http/api-key.guard.js';
import { BodylessRoutesGuard } from './http/bodyless-routes.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { StrictValidationPipe } from './http/strict-validation.pipe.js';

/** The HTTP edge of a process: guard, error answers and validation for every route, and the routes of API keys. */
@Module({
  controllers: [ApiKeysController],
  providers: [
    { provide: APP_GUARD, useClass: ApiKeyGuard },
    { provide: APP_GUARD, useClass: BodylessRoutesGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: StrictValidationPipe },
  ],
})
export class SecurityHttpModule {}
