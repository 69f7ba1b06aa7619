import type { MigrationInterface } from 'typeorm';

import { Security1764000000100 } from './1764000000100-security.js';
import { Agents1764000000200 } from './1764000000200-agents.js';
import { Messaging1764000000300 } from './1764000000300-messaging.js';
import { Simulator1764000000400 } from './1764000000400-simulator.js';
import { CloudApi1764000000410 } from './1764000000410-cloud-api.js';
import { OutboxPacing1764000000420 } from './1764000000420-outbox-pacing.js';
import { AccountsAndMedia1764000000430 } from './1764000000430-accounts-and-media.js';

/** Every migration, oldest first. A migration that is not listed here does not exist. */
export const MIGRATIONS: (new () => MigrationInterface)[] = [
  Security1764000000100,
  Agents1764000000200,
  Messaging1764000000300,
  Simulator1764000000400,
  CloudApi1764000000410,
  OutboxPacing1764000000420,
  AccountsAndMedia1764000000430,
];
