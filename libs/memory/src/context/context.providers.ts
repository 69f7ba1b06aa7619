import { MemoryContext } from './memory-context.service.js';
import { RecalledMemories } from './recalled-memories.service.js';
import { StandingContexts } from './standing-contexts.service.js';

/** What puts together what an answer remembers. */
export const CONTEXT_PROVIDERS = [MemoryContext, RecalledMemories, StandingContexts];
