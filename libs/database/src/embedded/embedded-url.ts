import { USER, type Cluster } from './cluster.js';

/** The address of the embedded server, with its password. */
export function embeddedUrl({ password }: Pick<Cluster, 'password'>, port: number): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
}
