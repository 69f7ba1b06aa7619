import type { WirePerson } from '../wire.js';
import { Collection } from './collection.js';
import { journal } from './journal.js';
import { Model } from './model.js';
import { ownSession } from './own-session.js';
import { ask } from './server.js';
import { createWid, type Wid } from './wid.js';

/** WhatsApp's contact model. */
export class Contact extends Model {
  declare id: Wid;
  declare name: string | undefined;
  declare pushname: string | undefined;
  declare phoneNumber: Wid | undefined;
  declare isBusiness: boolean;
  declare isContactBlocked: boolean;

  get formattedName(): string {
    return this.name ?? this.pushname ?? `+${this.id.user}`;
  }
}

class Contacts extends Collection<Contact> {
  override find(id: unknown): Promise<Contact> {
    return Promise.resolve(contactOf(createWid(id)));
  }
}

export const contacts = new Contacts(Contact);
const people = new Map<string, WirePerson>();

/** The contact, made when it isn't there. */
export function contactOf(wid: Wid): Contact {
  const known = contacts.get(wid);
  if (known) return known;
  const { name, pushname, pn } = people.get(wid.toString()) ?? {};
  return contacts.add(
    new Contact({
      id: wid,
      name,
      pushname,
      ...(wid.isLid() && pn !== undefined && { phoneNumber: createWid(pn) }),
      isBusiness: false,
      isContactBlocked: false,
    }),
  );
}

/** Takes in what is told of a person, and keeps it. */
export function learnPerson(person: WirePerson): void {
  for (const id of [person.pn, person.lid]) {
    if (id === undefined) continue;
    people.set(id, person);
    journal.note('people', { id, ...person });
    const { name, pushname, pn } = person;
    const phoneNumber = id === person.lid && pn !== undefined ? createWid(pn) : undefined;
    contacts.get(id)?.set({ name, pushname, ...(phoneNumber && { phoneNumber }) });
  }
}

/** Whether somebody is behind the id. */
export async function isOnWhatsApp(wid: Wid): Promise<boolean> {
  return (await ask<{ exists: boolean }>(`exists?id=${encodeURIComponent(wid.toString())}`)).exists;
}

function lidOf(wid: Wid): Wid | undefined {
  const lid = wid.isLid() ? wid.toString() : people.get(wid.toString())?.lid;
  return lid === undefined ? undefined : createWid(lid);
}

function phoneOf(wid: Wid): Wid | undefined {
  const pn = wid.isLid() ? people.get(wid.toString())?.pn : wid.toString();
  return pn === undefined ? undefined : createWid(pn);
}

function isMe({ id }: Contact): boolean {
  const session = ownSession();
  return id.toString() === session?.pn || id.toString() === session?.lid;
}

export const peopleModules = {
  WAWebLidMigrationUtils: {
    toPn: (like: unknown) => phoneOf(createWid(like)),
    toLid: (like: unknown) => lidOf(createWid(like)),
  },
  WAWebApiContact: {
    getCurrentLid: lidOf,
    getPhoneNumber: phoneOf,
    getAlternateUserWid: (wid: Wid) => (wid.isLid() ? phoneOf(wid) : lidOf(wid)),
  },
  WAWebQueryExistsJob: {
    queryWidExists: async (wid: Wid) => ((await isOnWhatsApp(wid)) ? { wid } : null),
  },
  WAWebContactGetters: {
    getIsMe: isMe,
    getIsUser: ({ id }: Contact) => id.isUser(),
    getIsGroup: ({ id }: Contact) => id.isGroup(),
    getIsWAContact: () => true,
    getUserid: ({ id }: Contact) => id.user,
    getVerifiedName: () => undefined,
    getVerifiedLevel: () => undefined,
    getStatusMute: () => false,
    getName: ({ name }: Contact) => name,
    getShortName: ({ name }: Contact) => name?.split(' ')[0],
    getPushname: ({ pushname }: Contact) => pushname,
    getIsEnterprise: () => false,
  },
  WAWebFrontendContactGetters: {
    getIsMyContact: ({ name }: Contact) => name !== undefined,
  },
};
