import { closeMemory } from './close-memory.js';
import type { KnownMemory, LifecycleContext } from './known-memory.js';

/** What the operator may change of a memory. */
export type MemoryEdit = Pick<
  KnownMemory,
  'wording' | 'category' | 'confidence' | 'importance' | 'validFrom' | 'validUntil'
>;

/** A memory in the operator's words: a new version takes the place of the old one, which is closed. */
export function editMemory(
  memory: KnownMemory,
  edit: MemoryEdit,
  { now, newId }: Pick<LifecycleContext, 'now' | 'newId'>,
): readonly KnownMemory[] {
  const over = edit.validUntil !== null && edit.validUntil <= now;
  const version: KnownMemory = {
    ...memory,
    ...edit,
    id: newId,
    origin: 'manual',
    knownFrom: now,
    replacesId: memory.id,
  };
  return [
    { ...closeMemory(memory, 'edited', null, now), replacedById: newId },
    over ? closeMemory(version, 'ended', edit.validUntil, now) : version,
  ];
}
