import { newId } from '#kernel';

/** What stands before a client's own name for a message. */
const CLIENT = 'web:';
/** What stands before the name that we give to a message of a client that gives none. */
const OURS = 'web-unnamed:';

/** The external id of a message that comes from the web: the same name in the same conversation is the same message. */
export function webMessageId(clientId?: string): string {
  return clientId === undefined ? `${OURS}${newId()}` : `${CLIENT}${clientId}`;
}

/** The name that its client gave a message; undefined for one that has none. */
export function clientIdOf(externalId: string): string | undefined {
  return externalId.startsWith(CLIENT) ? externalId.slice(CLIENT.length) : undefined;
}
