import type { Arrival, QuietSince } from './violations.js';
import type { SimulatedPerson } from './simulated-person.js';

/** A simulated person as the program has them, and what was said and received. */
export interface Resident {
  readonly person: SimulatedPerson;
  readonly channel: 'whatsapp' | 'web';
  readonly accountId: string;
  readonly chatId: string;
  readonly contactId: string;
  /** What arrived; whose plan it was is found out at the end. */
  readonly arrivals: Omit<Arrival, 'engagementId'>[];
  readonly quiet: QuietSince[];
  stoppedAt: Date | undefined;
  answered: number;
  /** No friend. */
  isFar: boolean;
}

/** WhatsApp's id of the chat with them. */
export function addressOf({ phone }: SimulatedPerson): string {
  return `${phone.slice(1)}@c.us`;
}
