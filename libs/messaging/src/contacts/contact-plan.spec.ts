import fc from 'fast-check';

import { aliasKey, planContacts, type OwnedAlias, type SeenPerson } from './contact-plan.js';

const pn = { kind: 'pn', value: '34600000001' } as const;
const lid = { kind: 'lid', value: '99' } as const;
const owned = (alias: typeof pn | typeof lid, contactId: string, name: string | null = null): OwnedAlias => ({
  ...alias,
  contactId,
  name,
});

function plan(people: readonly SeenPerson[], stored: readonly OwnedAlias[] = []) {
  let made = 0;
  return planContacts(people, stored, () => `new-${(made += 1)}`);
}

describe('planContacts', () => {
  it('makes a contact of who is new, once', () => {
    const { made, added, contacts } = plan([{ aliases: [pn], name: 'Ana' }, { aliases: [pn] }]);
    expect(made).toEqual([{ id: 'new-1', name: 'Ana' }]);
    expect(added).toEqual([{ ...pn, contactId: 'new-1' }]);
    expect(contacts.map(({ id }) => id)).toEqual(['new-1', 'new-1']);
  });

  it('adds a new alias to the contact there is', () => {
    const { made, merges, added } = plan([{ aliases: [lid, pn] }], [owned(pn, 'a')]);
    expect([made, merges, added]).toEqual([[], [], [{ ...lid, contactId: 'a' }]]);
  });

  it('merges two contacts into the older one, and takes its name when that has none', () => {
    const { merges, contacts } = plan([{ aliases: [lid, pn] }], [owned(pn, 'a'), owned(lid, 'b', 'Ana')]);
    expect(merges).toEqual([{ winner: 'a', loser: 'b' }]);
    expect(contacts).toEqual([{ id: 'a', name: 'Ana' }]);
  });

  it('keeps the contact in the tables when one of this batch turns out to be the same', () => {
    const { merges, made, contacts } = plan([{ aliases: [lid] }, { aliases: [lid, pn] }], [owned(pn, 'z')]);
    expect([merges, made]).toEqual([[], []]);
    expect(contacts.map(({ id }) => id)).toEqual(['z', 'z']);
  });

  it('writes the latest name, and none that is there', () => {
    const people = [{ aliases: [pn], name: 'A' }, { aliases: [pn], name: 'Ana' }, { aliases: [pn] }];
    expect(plan(people, [owned(pn, 'a', 'Old')]).renamed).toEqual([{ id: 'a', name: 'Ana' }]);
    expect(plan(people, [owned(pn, 'a', 'Ana')]).renamed).toEqual([]);
  });

  it('leaves whoever shares an alias, however far around, one contact', () => {
    const alias = fc.record({ kind: fc.constantFrom('pn', 'lid'), value: fc.constantFrom('1', '2', '3', '4', '5') });
    const person = fc.record({ aliases: fc.uniqueArray(alias, { minLength: 1, maxLength: 3, selector: aliasKey }) });
    const stored = fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom('pn', 'lid'),
        value: fc.constantFrom('1', '2', '3'),
        contactId: fc.constantFrom('a', 'b', 'c'),
        name: fc.constant(null),
      }),
      { selector: aliasKey },
    );
    fc.assert(
      fc.property(fc.array(person, { maxLength: 8 }), stored, (people: SeenPerson[], before: OwnedAlias[]) => {
        const { contacts, merges, made, added } = plan(people, before);
        const gone = new Set(merges.map(({ loser }) => loser));
        const ownerOf = new Map<string, string>();
        people.forEach(({ aliases }, index) => {
          for (const one of aliases) {
            const id = contacts[index]?.id ?? '';
            expect(ownerOf.get(aliasKey(one)) ?? id).toBe(id);
            ownerOf.set(aliasKey(one), id);
          }
        });
        for (const { id } of contacts) expect(gone.has(id)).toBe(false);
        for (const one of added) expect(ownerOf.get(aliasKey(one))).toBe(one.contactId);
        const there = new Set([...before.map(({ contactId }) => contactId), ...made.map(({ id }) => id)]);
        for (const { id } of contacts) expect(there.has(id)).toBe(true);
      }),
    );
  });
});
