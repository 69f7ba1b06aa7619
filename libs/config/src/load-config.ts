import { existsSync } from 'node:fs';

import { invalidConfig, type ConfigProblem } from './config.errors.js';
import { draftSection, type Environment } from './read-section.js';
import { ArchiveConfig } from './sections/archive.config.js';
import { AutonomyConfig } from './sections/autonomy.config.js';
import { ChatConfig } from './sections/chat.config.js';
import { CleanupConfig } from './sections/cleanup.config.js';
import { CloudApiConfig } from './sections/cloud-api.config.js';
import { ConversationConfig } from './sections/conversation.config.js';
import { EmbeddingsConfig } from './sections/embeddings.config.js';
import { ExportConfig } from './sections/export.config.js';
import { LlmBudgetConfig } from './sections/llm-budget.config.js';
import { LlmConfig } from './sections/llm.config.js';
import { MediaConfig } from './sections/media.config.js';
import { MemoryConfig } from './sections/memory.config.js';
import { MetadataConfig } from './sections/metadata.config.js';
import { PacingConfig } from './sections/pacing.config.js';
import { proactiveProblems } from './sections/proactive-problems.js';
import { ProactiveConfig } from './sections/proactive.config.js';
import { SafetyConfig } from './sections/safety.config.js';
import { SecurityConfig } from './sections/security.config.js';
import { ServerConfig } from './sections/server.config.js';
import { StorageConfig } from './sections/storage.config.js';
import { SyncConfig } from './sections/sync.config.js';
import { TelemetryConfig } from './sections/telemetry.config.js';
import { WhatsAppConfig } from './sections/whatsapp.config.js';
import { variablesOf, type SectionClass } from './variable.js';

/** Every section there is: what `.env.example` and the README's table list, and what `ConfigModule` provides. */
export const CONFIG_SECTIONS: readonly SectionClass[] = [
  ServerConfig,
  StorageConfig,
  SecurityConfig,
  WhatsAppConfig,
  CloudApiConfig,
  ConversationConfig,
  ChatConfig,
  PacingConfig,
  MediaConfig,
  LlmConfig,
  LlmBudgetConfig,
  EmbeddingsConfig,
  ArchiveConfig,
  SyncConfig,
  CleanupConfig,
  MetadataConfig,
  MemoryConfig,
  SafetyConfig,
  ProactiveConfig,
  AutonomyConfig,
  ExportConfig,
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

/** Reads all sections. Throws one `config.invalid` that names every wrong variable of them all. */
export function loadConfig(environment: Environment): ReadonlyMap<SectionClass, object> {
  const drafts = CONFIG_SECTIONS.map((section) => draftSection(section, environment));
  const sections = new Map(CONFIG_SECTIONS.map((section, index) => [section, drafts[index]!.section]));
  const problems = [...drafts.flatMap((draft) => draft.problems), ...problemsBetween(sections)];
  if (problems.length > 0) throw invalidConfig(problems);
  return sections;
}

/** What is wrong with two values that are fine each by itself. */
function problemsBetween(sections: ReadonlyMap<SectionClass, object>): ConfigProblem[] {
  return [
    ...burstProblems(sections),
    ...cloudApiProblems(sections),
    ...fallbackProblems(sections),
    ...embeddingsProblems(sections),
    ...proactiveProblems(sections.get(ProactiveConfig) as ProactiveConfig),
  ];
}

function burstProblems(sections: ReadonlyMap<SectionClass, object>): ConfigProblem[] {
  const { burstMaxMs, burstQuietMs } = sections.get(ConversationConfig) as ConversationConfig;
  if (burstMaxMs >= burstQuietMs || Number.isNaN(burstMaxMs + burstQuietMs)) return [];
  return [{ variable: 'BURST_MAX_MS', takes: 'must not be less than BURST_QUIET_MS' }];
}

/** Without its settings the official connector can do nothing: better said at the start than at the first message. */
function cloudApiProblems(sections: ReadonlyMap<SectionClass, object>): ConfigProblem[] {
  const { connector } = sections.get(WhatsAppConfig) as WhatsAppConfig;
  if (connector !== 'cloud-api') return [];
  const given = sections.get(CloudApiConfig) as Readonly<Record<string, unknown>>;
  return variablesOf(CloudApiConfig)
    .filter(({ field }) => given[field] === undefined)
    .map(({ name, about }) => ({ variable: name, takes: `is needed for WHATSAPP_CONNECTOR=cloud-api (${about})` }));
}

function fallbackProblems(sections: ReadonlyMap<SectionClass, object>): ConfigProblem[] {
  const { provider, fallbackProvider } = sections.get(LlmConfig) as LlmConfig;
  if (fallbackProvider !== provider) return [];
  return [{ variable: 'LLM_FALLBACK_PROVIDER', takes: 'must name another provider than the one that answers first' }];
}

function embeddingsProblems(sections: ReadonlyMap<SectionClass, object>): ConfigProblem[] {
  const { baseUrl, apiKey, model, modelPath } = sections.get(EmbeddingsConfig) as EmbeddingsConfig;
  if (baseUrl && modelPath) {
    return [{ variable: 'EMBEDDINGS_MODEL_PATH', takes: 'must not be set together with EMBEDDINGS_BASE_URL' }];
  }
  if (baseUrl && !model) return [{ variable: 'EMBEDDINGS_MODEL', takes: 'is needed for EMBEDDINGS_BASE_URL' }];
  if (!baseUrl && (apiKey || model)) {
    return [{ variable: 'EMBEDDINGS_BASE_URL', takes: 'is needed for EMBEDDINGS_API_KEY and EMBEDDINGS_MODEL' }];
  }
  return [];
}
