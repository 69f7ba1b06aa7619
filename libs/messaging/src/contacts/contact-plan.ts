import type { Alias } from './aliases.js';

/** What a message tells of a person. */
export interface SeenPerson {
  readonly aliases: readonly Alias[];
  readonly name?: string;
}

/** An alias that is in the tables, and whose it is. */
export interface OwnedAlias extends Alias {
  readonly contactId: string;
  readonly name: string | null;
}

export interface PlannedContact {
  readonly id: string;
  readonly name: string | null;
}

/** What has to be written so that each person is one contact with all their aliases. To be carried out in this order. */
export interface ContactPlan {
  readonly merges: readonly { readonly winner: string; readonly loser: string }[];
  readonly made: readonly PlannedContact[];
  readonly renamed: readonly PlannedContact[];
  readonly added: readonly (Alias & { readonly contactId: string })[];
  /** The contact of each person, in order. */
  readonly contacts: readonly PlannedContact[];
}

/**
 * Finds or makes the contact of each person. Aliases that turn up together belong to one contact, also when they were taken
 * for two before, in the tables or in this batch: the oldest one stays. The latest name holds.
 */
export function planContacts(
  people: readonly SeenPerson[],
  owned: readonly OwnedAlias[],
  makeId: () => string,
): ContactPlan {
  const stored = new Map(owned.map(({ contactId, name }) => [contactId, name]));
  const contactOf = new Map(owned.map((alias) => [aliasKey(alias), alias.contactId]));
  const added = new Map<string, Alias>();
  const mergedInto = new Map<string, string>();
  const merges: { winner: string; loser: string }[] = [];
  const finalOf = (id: string): string => {
    let last = id;
    for (let next = mergedInto.get(last); next !== undefined; next = mergedInto.get(last)) last = next;
    return last;
  };
  const seenIds = people.map(({ aliases }) => {
    const found = distinctIds(aliases.map((alias) => contactOf.get(aliasKey(alias))).map((id) => id && finalOf(id)));
    const [winner = makeId(), ...losers] = found.toSorted((a, b) => byAge(a, b, stored));
    for (const loser of losers) {
      mergedInto.set(loser, winner);
      if (stored.has(loser)) merges.push({ winner, loser });
    }
    for (const alias of aliases) {
      if (!contactOf.has(aliasKey(alias))) added.set(aliasKey(alias), alias);
      contactOf.set(aliasKey(alias), winner);
    }
    return winner;
  });
  const names = namesOf(people, seenIds.map(finalOf), stored, finalOf);
  const contacts = seenIds.map((id) => ({ id: finalOf(id), name: names.get(finalOf(id)) ?? null }));
  const distinct = [...new Map(contacts.map((contact) => [contact.id, contact])).values()];
  return {
    merges,
    made: distinct.filter(({ id }) => !stored.has(id)),
    renamed: distinct.filter(({ id, name }) => stored.has(id) && stored.get(id) !== name),
    added: [...added].map(([key, alias]) => ({ ...alias, contactId: finalOf(contactOf.get(key) ?? '') })),
    contacts,
  };
}

export function aliasKey({ kind, value }: Alias): string {
  return `${kind}|${value}`;
}

function distinctIds(ids: readonly (string | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** What is in the tables comes before what is not; ids sort by the time they were made. */
function byAge(a: string, b: string, stored: ReadonlyMap<string, unknown>): number {
  return Number(stored.has(b)) - Number(stored.has(a)) || (a < b ? -1 : 1);
}

function namesOf(
  people: readonly SeenPerson[],
  ids: readonly string[],
  stored: ReadonlyMap<string, string | null>,
  finalOf: (id: string) => string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  // A contact's own name before that of one that is merged into it.
  const known = [...stored].toSorted(([a], [b]) => Number(finalOf(a) === a) - Number(finalOf(b) === b));
  for (const [id, name] of known) if (name !== null) names.set(finalOf(id), name);
  people.forEach(({ name }, index) => {
    const id = ids[index];
    if (name !== undefined && id !== undefined) names.set(id, name);
  });
  return names;
}
