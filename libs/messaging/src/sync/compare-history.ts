import type { Ack, HistoryMessage } from '#whatsapp';

/** What the store has of a message that the phone has. */
export interface StoredSight {
  readonly hasText: boolean;
  /** It could not be stored as it is, and never will be. */
  readonly unreadable: boolean;
  /** A contact's, that was stored before WhatsApp could decipher it. */
  readonly undeciphered: boolean;
  readonly ack: Ack | null;
  readonly editedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** What has to be done so that the store has what the phone has. */
export interface HistoryChanges {
  readonly fresh: readonly HistoryMessage[];
  /** Those that the phone can read by now: they are news. */
  readonly deciphered: readonly HistoryMessage[];
  readonly edited: readonly HistoryMessage[];
  readonly revoked: readonly HistoryMessage[];
  /** Ours, that got further than we know. */
  readonly advanced: readonly HistoryMessage[];
}

/**
 * Compares messages of the phone with what the store has of each, in the same order. A message that was deleted before we saw it is
 * none: there is nothing to keep of it. What the phone has no more was cleared there, and stays here.
 */
export function compareHistory(
  messages: readonly HistoryMessage[],
  stored: readonly (StoredSight | undefined)[],
): HistoryChanges {
  const pairs = messages.map((message, index) => ({ message, sight: stored[index] }));
  const known = pairs.flatMap(({ message, sight }) => (sight ? { message, sight } : []));
  const of = (chosen: readonly { readonly message: HistoryMessage }[]) => chosen.map(({ message }) => message);
  return {
    fresh: of(pairs.filter(({ message, sight }) => !sight && !message.revoked)),
    deciphered: of(known.filter(({ message, sight }) => isDeciphered(message, sight))),
    edited: of(known.filter(({ message, sight }) => isEdited(message, sight))),
    revoked: of(known.filter(({ message, sight }) => message.revoked && sight.revokedAt === null)),
    advanced: of(known.filter(({ message, sight }) => sight.ack !== null && (message.ack ?? 0) > sight.ack)),
  };
}

/** When a message got the text that it has. */
export function textFrom({ editedAt, sentAt }: HistoryMessage): Date {
  return editedAt ?? sentAt;
}

/** What is of no known kind on the phone either is left as it is: it would be given again each time. */
function isDeciphered(message: HistoryMessage, sight: StoredSight): boolean {
  return sight.undeciphered && !message.revoked && !message.fromMe && message.kind !== 'unknown';
}

/** Edited since, or deciphered at last: it was kept without its text then. */
function isEdited(message: HistoryMessage, sight: StoredSight): boolean {
  if (message.revoked || sight.revokedAt || sight.unreadable || isDeciphered(message, sight)) return false;
  if (message.editedAt) return sight.editedAt === null || sight.editedAt < message.editedAt;
  return !sight.hasText && sight.editedAt === null && message.text !== '';
}
