import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Runs `work` so that each log line it causes, however deep and however late, carries `id`. */
export function withCorrelation<T>(id: string, work: () => T): T {
  return current.run(id, work);
}

/** The id that `withCorrelation` set around the running code, if any. */
export function correlationId(): string | undefined {
  return current.getStore();
}
