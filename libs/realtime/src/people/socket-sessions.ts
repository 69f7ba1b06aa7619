/** What a person's socket had joined, so that it is in the same rooms when it comes back, to whatever process. */
export abstract class SocketSessions {
  /** Keeps it, in place of what was kept under `id` before. `id` is at most 64 characters. */
  abstract keep(
    id: string,
    session: { readonly contactId: string; readonly chatIds: readonly string[] },
  ): Promise<void>;

  /** These sockets are still there: what is kept of them is kept on. */
  abstract renew(ids: readonly string[]): Promise<void>;

  /** What that session of that person had joined; empty when it is not known, or another's. `id` comes from the client. */
  abstract chatsOf(id: string, contactId: string): Promise<readonly string[]>;
}
