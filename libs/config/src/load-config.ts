import { existsSync } from 'node:fs';

import { invalidConfig } from './config.errors.js';
import { readSection, type Environment } from './read-section.js';
import { ConversationConfig } from './sections/conversation.config.js';
import { LlmConfig } from './sections/llm.config.js';
import { SecurityConfig } from './sections/security.config.js';
import { ServerConfig } from './sections/server.config.js';
import { StorageConfig } from './sections/storage.config.js';
import { TelemetryConfig } from './sections/telemetry.config.js';
import { WhatsAppConfig } from './sections/whatsapp.config.js';
import type { SectionClass } from './variable.js';

/** Every section there is: what `.env.example` and the README's table list, and what `ConfigModule` provides. */
export const CONFIG_SECTIONS: readonly SectionClass[] = [
  ServerConfig,
  StorageConfig,
  SecurityConfig,
  WhatsAppConfig,
  ConversationConfig,
  LlmConfig,
  TelemetryConfig,
];

/**
 * The environment of this process, with `.env` of the working directory below it (a variable that is set already wins).
 * The one place that reads `process.env`.
 */
export function processEnvironment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** Reads all sections. Throws one `config.invalid` that names every wrong variable. */
export function loadConfig(environment: Environment): ReadonlyMap<SectionClass, object> {
  const sections = new Map<SectionClass, object>();
  for (const section of CONFIG_SECTIONS) sections.set(section, readSection(section, environment));
  const burst = sections.get(ConversationConfig) as ConversationConfig;
  if (burst.burstMaxMs < burst.burstQuietMs) {
    throw invalidConfig([{ variable: 'BURST_MAX_MS', takes: 'must not be less than BURST_QUIET_MS' }]);
  }
  return sections;
}
