/** `*`, or an area with what may be done there: `chats:read`. */
export const SCOPE = /^(\*|[a-z][a-z-]{0,39}:(read|write))$/;

/** Who makes a request. */
export interface Principal {
  /** The API key's id; `admin` for the operator's key; `person:<contact>` for people. */
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Set for people, who have no scopes: they may call what is `@ForPeople()`, and see their own. */
  readonly person?: { readonly contactId: string; readonly tokenId: string };
}

/** Whether `principal` has `scope`. `write` does not include `read`: a key says what it may do. */
export function allows(principal: Principal, scope: string): boolean {
  return principal.scopes.includes('*') || principal.scopes.includes(scope);
}
