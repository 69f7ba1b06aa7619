import { ForgottenWords } from './forgotten-words.service.js';
import { MemoryCommands } from './memory-commands.service.js';
import { MemoryRequests } from './memory-requests.service.js';
import { MemorySettings } from './memory-settings.service.js';

/** What people may ask of the memory. */
export const COMMANDS_PROVIDERS = [ForgottenWords, MemoryCommands, MemoryRequests, MemorySettings];
