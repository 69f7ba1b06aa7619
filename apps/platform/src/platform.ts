import type { DynamicModule } from '@nestjs/common';

import {
  ConfigModule,
  loadConfig,
  LlmConfig,
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

/** Opens the platform. Throws the AppError of whatever is not as it must be: settings, keys, data directory, database. */
export async function openPlatform(
  name: string,
  environment: Environment,
  onProgress: (line: string) => void,
): Promise<Platform> {
  const setting = settingsOf(environment);
  const { failpoint } = setting(TelemetryConfig);
  if (failpoint) armFailpoint(failpoint, () => process.kill(process.pid, 'SIGKILL'));
  const storage = setting(StorageConfig);
  const database = await openDatabase({ dataDir: storage.dataDir, url: storage.databaseUrl, onProgress });
  try {
    return await platformOn(database, name, environment);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** The platform on a database that somebody has opened. Nothing of it connects before an application is made of it. */
export async function platformOn(database: OpenDatabase, name: string, environment: Environment): Promise<Platform> {
  const setting = settingsOf(environment);
  const { dataDir } = setting(StorageConfig);
  const { adminApiKey, encryptionKey } = setting(SecurityConfig);
  const logger = PinoLogger.create({ ...logOptions(setting(TelemetryConfig)), name });
  const masterKeys = await MasterKeys.open({ dataDir, encryptionKey });
  const adminKey = await AdminKey.open({ dataDir, adminApiKey });
  return {
    modules: modulesOf({ name, environment, setting, database, masterKeys, adminKey, logger }),
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

interface PlatformParts extends Pick<Platform, 'setting' | 'adminKey' | 'logger'> {
  readonly name: string;
  readonly environment: Environment;
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
}: PlatformParts): DynamicModule[] {
  const storage = setting(StorageConfig);
  const whatsapp = setting(WhatsAppConfig);
  return [
    ConfigModule.forRoot(environment),
    ClockModule.forRoot(),
    TelemetryModule.forRoot({ ...logOptions(setting(TelemetryConfig)), name }),
    DatabaseModule.forRoot({ url: database.url, poolSize: storage.poolSize }),
    SecurityModule.forRoot({
      masterKeys,
      adminKey,
      searchLanguages: setting(SecurityConfig).searchLanguages,
      report: (error) => {
        logger.error({ err: error }, 'a request failed');
      },
    }),
    AgentsModule.forRoot({ databaseUrl: database.url, redisUrl: storage.redisUrl }),
    LlmModule.forRoot(setting(LlmConfig)),
    WhatsAppModule.forRoot({ connector: whatsapp.connector, faults: whatsapp.simulatorFaults }),
  ];
}

function logOptions({ logLevel, logFormat }: TelemetryConfig): {
  level: TelemetryConfig['logLevel'];
  format: TelemetryConfig['logFormat'];
} {
  return { level: logLevel, format: logFormat };
}
