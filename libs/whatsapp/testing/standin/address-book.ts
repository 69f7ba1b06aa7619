import type { EventLog } from './event-log.js';
import type { WireGroup, WirePerson } from './wire.js';

/** Who is on this WhatsApp: people by phone and LID, groups, and who isn't there at all. */
export class AddressBook {
  private readonly people = new Map<string, WirePerson>();
  private readonly groups = new Map<string, WireGroup>();
  private readonly absent = new Set<string>();

  constructor(private readonly log: EventLog) {}

  /** Adds what is told to what was known of the person. */
  know(person: WirePerson): void {
    const before = { ...this.person(person.lid ?? ''), ...this.person(person.pn ?? '') };
    const merged = { ...before, ...withoutGaps(person) };
    if (JSON.stringify(before) === JSON.stringify(merged)) return;
    for (const id of [merged.pn, merged.lid]) if (id !== undefined) this.people.set(id, merged);
    this.log.append({ kind: 'person', person: merged });
  }

  person(id: string): WirePerson | undefined {
    return this.people.get(id);
  }

  setGroup(group: WireGroup): void {
    this.groups.set(group.id, group);
    this.log.append({ kind: 'group', group });
  }

  /** The group, made up when nobody has told of it. */
  group(id: string): WireGroup {
    return this.groups.get(id) ?? { id, subject: `Group ${id.slice(0, 6)}`, members: [] };
  }

  hasGroup(id: string): boolean {
    return this.groups.has(id);
  }

  remove(id: string): void {
    this.absent.add(id);
  }

  has(id: string): boolean {
    return !this.absent.has(id);
  }
}

function withoutGaps(person: WirePerson): WirePerson {
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined));
}
