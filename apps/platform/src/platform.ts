import type { DynamicModule } from '@nestjs/common';

import {
  ConfigModule,
  EmbeddingsConfig,
  loadConfig,
  LlmConfig,
  misspelledVariables,
  SecurityConfig,
  StorageConfig,
  TelemetryConfig,
  WhatsAppConfig,
  type Environment,
  type SectionClass,
} from '#config';
import { AgentsModule } from '#agents';
import { DatabaseModule, openDatabase, type OpenDatabase } from '#database';
import { armFailpoint } from '#kernel';
import { LlmModule } from '#llm';
import { AdminKey, MasterKeys, SecurityModule } from '#security';
import { PinoLogger, TelemetryModule, type Logger } from '#telemetry';
import { WhatsAppModule } from '#whatsapp';

import { ClockModule } from './clock.module.js';

/** What every process stands on: its settings, the open database, the keys, and the modules made of them. */
export interface Platform {
  readonly modules: readonly DynamicModule[];
  readonly adminKey: AdminKey;
  readonly logger: Logger;
  setting<T extends object>(section: SectionClass<T>): T;
  /** Ends what was opened, after the application has closed. */
  close(): Promise<void>;
}

/**
 * Opens the platform. Throws the AppError of whatever is not as it must be: settings, keys, data directory, database. What costs
 * nothing to find out is found out before a database is started.
 */
export async function openPlatform(
  name: string,
  environment: Environment,
  onProgress: (line: string) => void,
): Promise<Platform> {
  const base = baseOf(name, environment);
  const { failpoint } = base.setting(TelemetryConfig);
  if (failpoint) armFailpoint(failpoint, () => process.kill(process.pid, 'SIGKILL'));
  for (const { variable, meant } of misspelledVariables(environment)) {
    base.logger.warn({ variable, meant }, `the variable ${variable} is not read: did you mean ${meant}?`);
  }
  const storage = base.setting(StorageConfig);
  const database = await openDatabase({ dataDir: storage.dataDir, url: storage.databaseUrl, onProgress });
  try {
    return await platformWith(base, database);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** The platform on a database that somebody has opened. Nothing of it connects before an application is made of it. */
export function platformOn(database: OpenDatabase, name: string, environment: Environment): Promise<Platform> {
  return platformWith(baseOf(name, environment), database);
}

/** What is known from the settings alone. */
interface PlatformBase extends Pick<Platform, 'setting' | 'logger'> {
  readonly name: string;
  readonly environment: Environment;
  /** The model and the phone network, which refuse settings that they cannot work with. */
  readonly vendors: readonly DynamicModule[];
}

function baseOf(name: string, environment: Environment): PlatformBase {
  const setting = settingsOf(environment);
  const { connector, simulatorFaults: faults } = setting(WhatsAppConfig);
  return {
    name,
    environment,
    setting,
    logger: PinoLogger.create({ ...logOptions(setting(TelemetryConfig)), name }),
    vendors: [
      LlmModule.forRoot(setting(LlmConfig), setting(EmbeddingsConfig)),
      WhatsAppModule.forRoot({ connector, faults }),
    ],
  };
}

async function platformWith(base: PlatformBase, database: OpenDatabase): Promise<Platform> {
  const { setting, logger } = base;
  const { dataDir } = setting(StorageConfig);
  const { adminApiKey, encryptionKey } = setting(SecurityConfig);
  const masterKeys = await MasterKeys.open({ dataDir, encryptionKey });
  const adminKey = await AdminKey.open({ dataDir, adminApiKey });
  return {
    modules: modulesOf({ ...base, database, masterKeys, adminKey }),
    adminKey,
    logger,
    setting,
    close: () => database.stop(),
  };
}

function settingsOf(environment: Environment): Platform['setting'] {
  const sections = loadConfig(environment);
  return <T extends object>(section: SectionClass<T>): T => sections.get(section) as T;
}

interface PlatformParts extends PlatformBase, Pick<Platform, 'adminKey'> {
  readonly database: OpenDatabase;
  readonly masterKeys: MasterKeys;
}

function modulesOf({
  name,
  environment,
  setting,
  database,
  masterKeys,
  adminKey,
  logger,
  vendors,
}: PlatformParts): DynamicModule[] {
  const storage = setting(StorageConfig);
  return [
    ConfigModule.forRoot(environment),
    ClockModule.forRoot(),
    TelemetryModule.forRoot({ ...logOptions(setting(TelemetryConfig)), name }),
    DatabaseModule.forRoot({ url: database.url, poolSize: storage.poolSize }),
    SecurityModule.forRoot({
      masterKeys,
      adminKey,
      searchLanguages: setting(SecurityConfig).searchLanguages,
      outboundAllow: setting(SecurityConfig).outboundAllow,
      report: (error) => {
        logger.error({ err: error }, 'a request failed');
      },
    }),
    AgentsModule.forRoot({ databaseUrl: database.url, redisUrl: storage.redisUrl }),
    ...vendors,
  ];
}

function logOptions({ logLevel, logFormat }: TelemetryConfig): {
  level: TelemetryConfig['logLevel'];
  format: TelemetryConfig['logFormat'];
} {
  return { level: logLevel, format: logFormat };
}
