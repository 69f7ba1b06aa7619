export interface DuePlan {
  readonly id: string;
  readonly contactId: string;
}

/** In rounds of at most `size`, in their order, each person once a round: what becomes of one plan of theirs bears on the next. */
export function dueRounds(due: readonly DuePlan[], size: number): readonly (readonly string[])[] {
  const rounds: string[][] = [];
  /** By the person, the first round that they are in no more. */
  const free = new Map<string, number>();
  for (const { id, contactId } of due) {
    let nth = free.get(contactId) ?? 0;
    while ((rounds[nth]?.length ?? 0) >= size) nth += 1;
    (rounds[nth] ??= []).push(id);
    free.set(contactId, nth + 1);
  }
  return rounds;
}
