import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';

import { DatabaseModule } from '#database';
import { AppError } from '#kernel';
import { correlationId, TelemetryModule } from '#telemetry';
import { createTestDatabase } from '#testing';

import { AdminKey } from '../src/api-keys/admin-key.js';
import type { Principal } from '../src/api-keys/principal.js';
import { configureHttp } from '../src/http/configure-http.js';
import { CurrentPrincipal } from '../src/http/current-principal.decorator.js';
import { httpAdapter } from '../src/http/http-adapter.js';
import type { Problem } from '../src/http/problem.js';
import { Public } from '../src/http/public.decorator.js';
import { Scopes } from '../src/http/scopes.decorator.js';
import { WithoutBody } from '../src/http/without-body.decorator.js';
import { ForPeople } from '../src/people/for-people.decorator.js';
import { viewerOf } from '../src/people/viewer.js';
import { SecurityHttpModule } from '../src/security-http.module.js';
import { SecurityModule } from '../src/security.module.js';
import { testMasterKeys } from './test-master-keys.js';

export const ADMIN_KEY = 'an-admin-key-for-this-test-only';
/** Must never come back in an answer. */
export const CANARY = 'canary-7f3a';

class InnerDto {
  @IsString()
  readonly text!: string;
}

class NoteDto {
  @IsInt()
  @Min(0)
  @Max(100)
  readonly count!: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => InnerDto)
  readonly inner?: InnerDto;
}

class PageDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly limit?: number;
}

@Controller('notes')
class NotesController {
  @Post()
  @Scopes('notes:write')
  create(@Body() note: NoteDto): NoteDto {
    return note;
  }

  @Get()
  @Scopes('notes:read')
  list(@Query() page: PageDto, @CurrentPrincipal() principal: Principal) {
    return { limit: page.limit ?? null, caller: principal.name };
  }

  @Post('ring')
  @Scopes('notes:write')
  @WithoutBody('POST /notes takes notes.')
  ring(@CurrentPrincipal() principal: Principal) {
    return { caller: principal.name };
  }

  @Get('crash')
  @Scopes('notes:read')
  crash(): never {
    throw new Error(CANARY);
  }

  @Get('conflict')
  @Scopes('notes:read')
  conflict(): never {
    throw new AppError('note.taken', 'Choose another name.', { kind: 'conflict', details: { name: 'a' } });
  }

  @Get('correlation')
  @Scopes('notes:read')
  correlation() {
    return { id: correlationId() };
  }

  @Post('correlation')
  @Scopes('notes:write')
  correlationAfterBody(@Body() _note: NoteDto) {
    return { id: correlationId() };
  }

  @Get('mine')
  @Scopes('notes:read')
  @ForPeople()
  mine(@CurrentPrincipal() principal: Principal) {
    return { viewer: viewerOf(principal) };
  }

  @Get('ours')
  @ForPeople()
  @Scopes('notes:read')
  ours(@CurrentPrincipal() principal: Principal) {
    return { viewer: viewerOf(principal) };
  }

  /** Without a rule: that people may call it lets nobody in. */
  @Get('half-forgotten')
  @ForPeople()
  halfForgotten(): string {
    return CANARY;
  }

  @Get('forgotten')
  forgotten(): string {
    return CANARY;
  }
}

@Controller('open')
@Public()
class OpenController {
  @Get()
  read(): { open: boolean } {
    return { open: true };
  }

  @Get('closed')
  @Scopes('notes:read')
  closed(): string {
    return CANARY;
  }
}

@Controller('health')
@Public()
class HealthController {
  @Get()
  read(): { status: string } {
    return { status: 'up' };
  }
}

export interface Answer {
  readonly response: Response;
  readonly text: string;
  /** Of an error's answer; empty otherwise. */
  readonly problem: Problem;
}

export interface EdgeApp {
  readonly app: NestFastifyApplication;
  readonly port: number;
  /** What the filter reported as our fault. */
  readonly reported: unknown[];
  /** The correlation id that each was reported under. */
  readonly reportedUnder: (string | undefined)[];
  /** With the admin key, unless another is given; null sends none. */
  call(path: string, init?: RequestInit, key?: string | null): Promise<Answer>;
  post(path: string, body: object, key?: string): Promise<Answer>;
  close(): Promise<void>;
}

/** A real app behind the edge, on a port and a database of its own. */
export async function startEdgeApp(
  rateLimitPerMinute = 100_000,
  trustedProxies: readonly string[] = [],
): Promise<EdgeApp> {
  const database = await createTestDatabase();
  const reported: unknown[] = [];
  const masterKeys = await testMasterKeys();
  const adminKey = await AdminKey.open({ dataDir: '.', adminApiKey: ADMIN_KEY });
  const reportedUnder: (string | undefined)[] = [];
  const report = (error: unknown) => {
    reported.push(error);
    reportedUnder.push(correlationId());
  };

  @Module({
    imports: [
      TelemetryModule.forRoot({ level: 'silent', format: 'json', name: 'test' }),
      DatabaseModule.forRoot({ url: database.url, poolSize: 4 }),
      SecurityModule.forRoot({ masterKeys, adminKey, searchLanguages: ['english'], report }),
      SecurityHttpModule,
    ],
    controllers: [NotesController, OpenController, HealthController],
  })
  class EdgeModule {}

  const app = await NestFactory.create<NestFastifyApplication>(EdgeModule, httpAdapter({ trustedProxies }), {
    logger: false,
    abortOnError: false,
  });
  configureHttp(app, { rateLimitPerMinute, bodyLimitBytes: 100_000, publicPaths: ['/docs'] });
  await app.listen(0, '127.0.0.1');
  const address = await app.getUrl();

  const call: EdgeApp['call'] = async (path, init = {}, key = ADMIN_KEY) => {
    const headers = new Headers(init.headers);
    if (key !== null) headers.set('authorization', `Bearer ${key}`);
    const response = await fetch(`${address}${path}`, { ...init, headers });
    const text = await response.text();
    return { response, text, problem: problemIn(response, text) };
  };
  const post: EdgeApp['post'] = (path, body, key = ADMIN_KEY) =>
    call(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }, key);
  const close = async () => {
    await app.close();
    await database.drop();
  };
  return { app, port: Number(new URL(address).port), reported, reportedUnder, call, post, close };
}

function problemIn(response: Response, text: string): Problem {
  if (response.status < 400) return {} as Problem;
  const problem = JSON.parse(text) as Problem;
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json') || problem.status !== response.status) {
    throw new Error(`The answer ${response.status} is no problem document.`);
  }
  return problem;
}
