import type { PageWindow } from './page-window.js';

declare const window: PageWindow;

export interface PersonQuery {
  readonly personId: string;
  /** Whose name is wanted, too; null for none. */
  readonly groupId: string | null;
}

export interface PersonSight {
  readonly phoneId?: string;
  readonly lid?: string;
  readonly name?: string;
  readonly groupName?: string;
}

/** Runs in the page: both addresses of a person, the name they gave themselves, and that of a group. */
export function describePerson({ personId, groupId }: PersonQuery): PersonSight {
  const wid = window.require('WAWebWidFactory').createWid(personId);
  const { getCurrentLid, getPhoneNumber } = window.require('WAWebApiContact');
  const contact = window.require('WAWebCollections').Contact.get(wid);
  const [phone, lid] = wid.isLid() ? [getPhoneNumber(wid), wid] : [wid, getCurrentLid(wid)];
  return {
    phoneId: phone?._serialized,
    lid: lid?._serialized,
    name: contact?.pushname ?? contact?.verifiedName ?? contact?.name,
    groupName: groupId === null ? undefined : window.secretary?.chatOf?.(groupId)?.formattedTitle,
  };
}
