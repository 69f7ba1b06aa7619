import type { WhatsAppEvent } from '#whatsapp';

/** What is kept of what an account observes; its own status is for its session. */
export type KeptEvent = Exclude<WhatsAppEvent, { type: 'status' }>;
