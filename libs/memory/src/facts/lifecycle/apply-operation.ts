import { activateMemory } from './activate-memory.js';
import { closeMemory } from './close-memory.js';
import {
  isOpen,
  wasCounted,
  withSources,
  type KnownMemory,
  type LifecycleContext,
  type ReadOperation,
} from './known-memory.js';
import { earlier } from './moments.js';
import { reinforceMemory } from './reinforce-memory.js';
import { tidyOperation } from './tidy-operation.js';

/**
 * What an operation does to the memories of its scope: those that change, as they are afterwards, and the new one. Nothing is overwritten: what
 * is no longer true is closed, and stays. The same operation again changes nothing.
 */
export function applyOperation(
  known: readonly KnownMemory[],
  asked: ReadOperation,
  context: LifecycleContext,
): readonly KnownMemory[] {
  const operation = tidyOperation(asked, context.now);
  const target = known.find(({ id }) => id === operation.target);
  switch (operation.kind) {
    case 'add':
      return add(known, undefined, operation, context);
    case 'contradict':
      return add(known, target, operation, context);
    case 'reinforce':
      if (target && wasCounted(target, operation.messageIds)) return [];
      if (target && isOpen(target)) return reinforceMemory(target, operation, known, context);
      // It was closed meanwhile, or forgotten: it is true again, or new.
      return target?.reason === 'rejected' ? [] : add(known, undefined, operation, context);
    case 'close':
      return target ? close(target, operation, context) : [];
  }
}

function add(
  known: readonly KnownMemory[],
  target: KnownMemory | undefined,
  operation: ReadOperation,
  context: LifecycleContext,
): readonly KnownMemory[] {
  const same = known.filter(({ wording }) => wording === operation.wording);
  const open = same.find(isOpen);
  if (same.some((memory) => wasCounted(memory, operation.messageIds))) return [];
  if (open) {
    const changed = sayAgain(open, known, operation, context);
    return target ? endContradicted(open, target, changed, operation, context) : changed;
  }
  if (context.origin !== 'manual' && same.some(({ reason }) => reason === 'rejected')) return [];
  return begin(newMemory(target, operation, context), known, operation, context);
}

function sayAgain(
  memory: KnownMemory,
  known: readonly KnownMemory[],
  operation: ReadOperation,
  context: LifecycleContext,
): readonly KnownMemory[] {
  return context.origin === 'manual'
    ? approve(memory, known, context)
    : reinforceMemory(memory, operation, known, context);
}

/** What was known already contradicts another memory: that one ends, unless the dates are against it. */
function endContradicted(
  memory: KnownMemory,
  target: KnownMemory,
  changed: readonly KnownMemory[],
  operation: ReadOperation,
  context: LifecycleContext,
): readonly KnownMemory[] {
  if (!isTrusted(operation, context)) return changed;
  const [known, rival] = [memory, target].map((before) => changed.find(({ id }) => id === before.id) ?? before);
  if (!known || !rival || known.id === rival.id || !isOpen(rival) || known.status !== 'active') return changed;
  const ended = activateMemory({ ...known, replacesId: rival.id }, [rival], {
    now: context.now,
    saidAt: operation.saidAt,
  });
  if (!ended.some(({ id }) => id === rival.id)) return changed;
  return [...changed.filter(({ id }) => id !== memory.id), ...ended];
}

function newMemory(target: KnownMemory | undefined, operation: ReadOperation, context: LifecycleContext): KnownMemory {
  return {
    id: context.newId,
    category: operation.category,
    status: 'active',
    reason: null,
    origin: context.origin,
    confidence: operation.confidence,
    importance: operation.importance,
    firstMentionedAt: operation.saidAt,
    lastReinforcedAt: operation.saidAt,
    reinforcementCount: 1,
    validFrom: operation.validFrom,
    validUntil: operation.validUntil,
    knownFrom: context.now,
    knownUntil: null,
    topic: operation.topic,
    single: operation.single ?? false,
    replacesId: target?.id ?? null,
    replacedById: null,
    wording: operation.wording,
    sources: operation.messageIds,
  };
}

function begin(
  memory: KnownMemory,
  known: readonly KnownMemory[],
  operation: ReadOperation,
  context: LifecycleContext,
): readonly KnownMemory[] {
  if (isTrusted(operation, context))
    return activateMemory(memory, known, { now: context.now, saidAt: operation.saidAt });
  if (operation.instructionLike) return [{ ...memory, status: 'held', reason: 'instruction-like' }];
  return [{ ...memory, status: 'pending', reason: 'below-threshold' }];
}

/** The operator says that a memory that waits is true. */
export function approve(
  memory: KnownMemory,
  known: readonly KnownMemory[],
  { now, threshold }: Pick<LifecycleContext, 'now' | 'threshold'>,
): readonly KnownMemory[] {
  if (memory.status !== 'pending' && memory.status !== 'held') return [];
  const trusted = { ...memory, confidence: Math.max(memory.confidence, threshold) };
  return activateMemory(trusted, known, { now, saidAt: now });
}

/** Words from before it was said again end nothing. */
function close(memory: KnownMemory, operation: ReadOperation, context: LifecycleContext): KnownMemory[] {
  const { now } = context;
  if (!isOpen(memory) || !isTrusted(operation, context) || operation.saidAt < memory.lastReinforcedAt) return [];
  const end = operation.validUntil ?? earlier(operation.saidAt, memory.validUntil);
  if (end <= now) return [closeMemory(withSources(memory, operation.messageIds), 'ended', end, now)];
  if (wasCounted(memory, operation.messageIds)) return [];
  const until = memory.validFrom && end < memory.validFrom ? memory.validFrom : end;
  return [{ ...withSources(memory, operation.messageIds), validUntil: until }];
}

/** Doubtful or commanding words change nothing that we hold for true. */
function isTrusted({ instructionLike, confidence }: ReadOperation, { origin, threshold }: LifecycleContext): boolean {
  return origin === 'manual' || (!instructionLike && confidence >= threshold);
}
