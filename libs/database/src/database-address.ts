/** Where this process' database is, for what needs a connection of its own. */
export class DatabaseAddress {
  /** @param url postgres://… with its password: not for logs */
  constructor(readonly url: string) {}
}
