import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { Controller, Get, Module, Query, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import autocannon from 'autocannon';

import { PageQueryDto, Scopes } from '#security';

import { observed, type Platform } from '../apps/platform/src/index.js';
import { BENCH_API_KEY, openBenchApp } from './bench-app.js';
import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { paired } from './paired.js';

const SECONDS = 3;
const CONNECTIONS = 50;

const PAGE = Array.from({ length: 50 }, (_, index) => ({
  id: `0199a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  chat_id: '0199a000-0000-7000-8000-000000000000',
  external_id: `3EB0${String(index).padStart(18, '0')}`,
  author: 'contact',
  text: 'could you tell me when the shop opens on saturday please',
  sent_at: new Date(Date.UTC(2026, 0, 5, 12, 0, index)),
}));

@Controller('bench')
class BenchController {
  @Get('hello')
  @Scopes('bench:read')
  hello(@Query() { limit }: PageQueryDto): { hello: number } {
    return { hello: limit };
  }

  @Get('page')
  @Scopes('bench:read')
  page(@Query() _page: PageQueryDto): { messages: typeof PAGE } {
    return { messages: PAGE };
  }
}

@Module({})
export class BenchHttpModule {
  static forRoot(platform: Platform): DynamicModule {
    return { module: BenchHttpModule, imports: [...platform.modules, ...observed()], controllers: [BenchController] };
  }
}

/** The same answers without guard, rate limit, validation, ids and headers: what the framework itself takes of node:http. */
@Controller('bench')
class FrameworkController {
  @Get('hello')
  hello(): { hello: number } {
    return { hello: 50 };
  }

  @Get('page')
  page(): { messages: typeof PAGE } {
    return { messages: PAGE };
  }
}

@Module({ controllers: [FrameworkController] })
class FrameworkModule {}

/** Requests a second through guard, rate limit and validation, against node:http alone. */
export async function httpBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const bench = await openBenchApp(environment.databaseUrl, (platform) => BenchHttpModule.forRoot(platform));
  const bare = await bareServer();
  const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;
  const framework = await NestFactory.create<NestFastifyApplication>(FrameworkModule, new FastifyAdapter(), {
    logger: false,
  });
  await framework.listen(0, '127.0.0.1');
  const frameworkUrl = await framework.getUrl();
  const rows: BenchRow[] = [];
  for (const [path, goal] of [
    ['hello', 0.6],
    ['page', 0.85],
  ] as const) {
    const bareRate = () => requestsPerSecond(`${bareUrl}/bench/${path}?limit=50`);
    const result = await paired(
      environment.pairs,
      () => requestsPerSecond(`${bench.url}/bench/${path}?limit=50`),
      bareRate,
    );
    const alone = await paired(
      environment.pairs,
      () => requestsPerSecond(`${frameworkUrl}/bench/${path}?limit=50`),
      bareRate,
    );
    rows.push({
      name: `http ${path}`,
      ...result,
      unit: 'requests/s',
      goal: `>= ${goal}`,
      met: result.ratio >= goal,
      note: `Nest on Fastify alone ${alone.ratio.toFixed(2)}`,
    });
  }
  await framework.close();
  bare.close();
  bare.closeAllConnections();
  await bench.close();
  return rows;
}

async function requestsPerSecond(url: string): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { authorization: `Bearer ${BENCH_API_KEY}` },
    workers: 1,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} not 2xx, ${result.errors} errors`);
  return result.requests.average;
}

async function bareServer(): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url?.startsWith('/bench/page') ? { messages: PAGE } : { hello: 50 }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
