import { createContext, createElement, useContext, type ReactNode } from 'react';

import type { SecretaryClient } from '../api/secretary-client.js';

const SecretaryContext = createContext<SecretaryClient | null>(null);

export interface SecretaryProviderProps {
  readonly client: SecretaryClient;
  readonly children?: ReactNode;
}

/** Gives the hooks below it their client. Who makes the client closes it. */
export function SecretaryProvider({ client, children }: SecretaryProviderProps): ReactNode {
  return createElement(SecretaryContext.Provider, { value: client }, children);
}

/** @throws Error outside of a `SecretaryProvider` */
export function useSecretary(): SecretaryClient {
  const client = useContext(SecretaryContext);
  if (!client) throw new Error('Put a <SecretaryProvider client={…}> around what uses these hooks.');
  return client;
}
