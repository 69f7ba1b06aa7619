import type { PageWindow } from './page-window.js';

declare const window: PageWindow;

/** Runs in the page: the account's own addresses. */
export function describeOwn(): { readonly phoneId?: string; readonly lid?: string } {
  const { getMaybeMeLidUser, getMaybeMePnUser } = window.require('WAWebUserPrefsMeUser');
  return { phoneId: getMaybeMePnUser()?._serialized, lid: getMaybeMeLidUser()?._serialized };
}
