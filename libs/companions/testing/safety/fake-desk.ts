import type { ContactSafety } from '../../src/safety/desk/contact-safety-book.service.js';
import type { NewIncident } from '../../src/safety/desk/incident-book.service.js';
import type { SafetyDesk } from '../../src/safety/desk/safety-desk.service.js';

/** A desk that keeps what it is told in memory. */
export class FakeDesk implements Pick<SafetyDesk, 'record' | 'noteMinor' | 'contactSafety' | 'caredForLately'> {
  readonly recorded: NewIncident[] = [];
  readonly minors: string[] = [];
  known: Pick<ContactSafety, 'adult' | 'setBy'> = { adult: 'unknown', setBy: null };
  broken = false;

  record(incident: NewIncident): Promise<null> {
    if (this.broken) return Promise.reject(new Error('no database'));
    this.recorded.push(incident);
    return Promise.resolve(null);
  }

  noteMinor({ contactId }: { readonly contactId: string }): Promise<void> {
    this.minors.push(contactId);
    return Promise.resolve();
  }

  caredForLately(): Promise<boolean> {
    if (this.broken) return Promise.reject(new Error('no database'));
    return Promise.resolve(this.recorded.some(({ action }) => action === 'care'));
  }

  contactSafety(contactId: string): Promise<ContactSafety> {
    return Promise.resolve({ contactId, proactivePausedUntil: null, updatedAt: null, ...this.known });
  }
}
