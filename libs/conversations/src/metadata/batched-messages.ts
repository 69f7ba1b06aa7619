import type { MessageToLabel } from '#messaging';

/** The messages of one question, without their texts. */
export type BatchedMessages = readonly (Omit<MessageToLabel, 'text' | 'readAt'> & { readonly readAt: string })[];
