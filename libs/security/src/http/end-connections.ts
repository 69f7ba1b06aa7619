import type { FastifyInstance } from 'fastify';

/** How long the end of a process waits for the answers that are under way. */
const LAST_ANSWERS_MS = 2_000;

/**
 * Lets a process end, whoever holds a connection to it. Fastify closes those that are idle; one that has asked for nothing yet, or not to the
 * end, is idle to nobody: Node would wait a minute for it.
 */
export function endConnections(instance: FastifyInstance): void {
  instance.addHook('preClose', (done) => {
    const { server } = instance;
    const cut = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
    server.once('close', () => clearTimeout(cut));
    done();
  });
}
