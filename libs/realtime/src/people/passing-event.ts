/** What the sockets of people hear and may miss: it is in no table. */
export type PassingEvent = 'typing:indicator' | 'character:response';
