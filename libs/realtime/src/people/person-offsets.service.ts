import { Injectable } from '@nestjs/common';

import { Cursors } from '#security';

const POSITION = /^\d{1,19}$/;

/** A place in a person's feed as a client carries it: signed, and of use for that person alone. */
@Injectable()
export class PersonOffsets {
  constructor(private readonly cursors: Cursors) {}

  of(contactId: string, position: bigint): string {
    return this.cursors.sign(`feed ${contactId}`, [String(position)]);
  }

  /** Null for a forged one, one of somebody else, and anything else that is none of ours. */
  read(contactId: string, offset: unknown): bigint | null {
    if (typeof offset !== 'string') return null;
    try {
      const [position] = this.cursors.read(`feed ${contactId}`, offset, 1);
      return typeof position === 'string' && POSITION.test(position) ? BigInt(position) : null;
    } catch {
      return null;
    }
  }
}
