import { Module, type DynamicModule } from '@nestjs/common';

import { CONFIG_SECTIONS, loadConfig } from './load-config.js';
import type { Environment } from './read-section.js';

/** Provides each section under its own class: inject `ServerConfig`, not a bag of strings. */
@Module({})
export class ConfigModule {
  static forRoot(environment: Environment): DynamicModule {
    const sections = loadConfig(environment);
    return {
      module: ConfigModule,
      global: true,
      providers: CONFIG_SECTIONS.map((section) => ({ provide: section, useValue: sections.get(section) })),
      exports: [...CONFIG_SECTIONS],
    };
  }
}
