import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule } from '@nestjs/common';

import { ChatConfig, loadConfig, PacingConfig, processEnvironment, ServerConfig } from '#config';
import { configureHttp, httpAdapter } from '#security';
import { Health, NestLogger } from '#telemetry';

import { allowOrigins } from './allow-origins.js';
import { checkAddress } from './check-address.js';
import { serveDocs } from './docs.js';
import { EXAMPLES_PATH, serveExamples } from './examples.js';
import { openPlatform, type Platform } from './platform.js';
import { startFailure } from './start-failure.js';

/** A process that has not ended by itself after so long is ended. */
const SHUTDOWN_MS = 14_000;

export interface RunningProcess {
  readonly platform: Platform;
  readonly url: string;
}

/**
 * Runs one process from start to end: settings, platform, application, HTTP, and a clean end on SIGINT and SIGTERM. What cannot start
 * is one line on standard error and exit code 1. `onRunning` is not called when it was told to end before.
 */
export async function runProcess(
  name: string,
  moduleOf: (platform: Platform) => DynamicModule,
  onRunning: (running: RunningProcess) => void = () => undefined,
): Promise<void> {
  const ending = firstSignal();
  let platform: Platform | undefined;
  try {
    const environment = processEnvironment();
    await checkAddress(loadConfig(environment).get(ServerConfig) as ServerConfig);
    platform = await openPlatform(name, environment, (line) => {
      process.stderr.write(`${line}\n`);
    });
    dieLoudly(platform);
    const running = { platform, app: await start(platform, moduleOf(platform)) };
    let isEnding = false;
    void ending.then((signal) => {
      isEnding = true;
      return end(running, signal);
    });
    const url = await running.app.getUrl();
    if (!isEnding) onRunning({ platform, url });
  } catch (error) {
    process.stderr.write(`${startFailure(error)}\n`);
    // What was half made may lose its connections now, and has nobody left to tell.
    process.on('uncaughtException', () => process.exit(1));
    await platform?.close();
    process.exit(1);
  }
}

async function start(platform: Platform, module: DynamicModule): Promise<NestFastifyApplication> {
  const app = await createApplication(platform, module);
  serveDocs(app);
  const { host, port, examples } = platform.setting(ServerConfig);
  if (examples) serveExamples(app, platform.setting(ChatConfig));
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close();
    throw error;
  }
  app.useLogger(new NestLogger(platform.logger));
  app.get(Health).markReady();
  return app;
}

/** The application, configured and not yet listening. */
export async function createApplication(platform: Platform, module: DynamicModule): Promise<NestFastifyApplication> {
  const { rateLimitPerMinute, bodyLimitBytes, trustedProxies, examples } = platform.setting(ServerConfig);
  const app = await NestFactory.create<NestFastifyApplication>(module, httpAdapter({ trustedProxies }), {
    // What goes wrong until the application is made is thrown: its line is for whoever started us, not for the log.
    logger: false,
    abortOnError: false,
  });
  await allowOrigins(app, platform.setting(ChatConfig).websocketOrigins);
  const { mediaMaxBytes } = platform.setting(PacingConfig);
  configureHttp(app, {
    rateLimitPerMinute,
    bodyLimitBytes,
    largerBodies: { '/api/conversations/chats/:id/messages': asJson(mediaMaxBytes) },
    publicPaths: ['/docs', '/favicon.ico', ...(examples ? [EXAMPLES_PATH] : [])],
  });
  return app;
}

/** The size of a body that holds so many bytes as base64, and a text. */
function asJson(bytes: number): number {
  return Math.ceil((bytes * 4) / 3) + 262_144;
}

/** A mistake of ours that nobody caught: Node would print it with all that it holds, so it goes through the log, and then we end. */
function dieLoudly({ logger }: Platform): void {
  process.on('uncaughtException', (error) => {
    logger.error({ err: error }, 'a mistake that nobody caught; the process ends, start it again');
    process.exit(1);
  });
}

/** The first SIGINT or SIGTERM, also one that comes while we start. A second one ends the process at once. */
function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let seen = false;
    const take = (signal: NodeJS.Signals): void => {
      if (seen) process.exit(1);
      seen = true;
      resolve(signal);
    };
    process.on('SIGINT', take);
    // The terminal was closed.
    process.on('SIGHUP', take);
    process.on('SIGTERM', take);
  });
}

async function end(
  { app, platform }: { readonly app: NestFastifyApplication; readonly platform: Platform },
  signal: NodeJS.Signals,
): Promise<void> {
  platform.logger.info({ signal }, 'ending');
  setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
  try {
    app.get(Health).markStopping();
    await app.close();
    await platform.close();
    process.exit(0);
  } catch (error) {
    platform.logger.error({ err: error }, 'the end was not clean');
    process.exit(1);
  }
}
