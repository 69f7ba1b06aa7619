import { CATEGORIES, SENTIMENTS } from '#messaging';

import type { Action, AutomationScope, AutomationWhen, Condition, ScopedKind } from './automation.js';
import { FieldReader } from './field-reader.js';

const MOST_CONDITIONS = 20;
const MOST_WORDS = 100;
const MOST_CHATS = 1_000;
const LONGEST_PHRASE = 200;
const LONGEST_URL = 2_000;
const MOST_TAGS = 20;
/** A question that is older than a month is a matter for the archive. */
const MOST_HOURS = 720;
const SECRET = /^[\x21-\x7e]{16,200}$/;

const CONDITIONS = ['tag', 'category', 'sentiment', 'keyword', 'first_message', 'no_answer'] as const;
const ACTIONS = ['tag', 'notify', 'pause', 'draft', 'archive', 'webhook'] as const;
const SCOPED_KINDS: readonly ScopedKind[] = ['direct', 'group'];

/** What somebody wants done. The secret is apart: it is neither stored nor shown with the rest. */
export interface ReadActions {
  readonly actions: readonly Action[];
  /** Of the webhook: null for none, undefined to keep the one there is. */
  readonly secret?: string | null;
}

/**
 * Reads `when`, as somebody wrote it. Unknown keys are refused: a misspelled condition must not make a rule that is true of everything.
 * @throws AppError `request.invalid`, which names every wrong field
 */
export function readWhen(value: unknown, vocabulary: readonly string[]): AutomationWhen {
  const reader = new FieldReader();
  const when = reader.object(value, 'when', ['all', 'scope']);
  const all = reader
    .list(when.all, 'when.all', { most: MOST_CONDITIONS, what: 'a condition' })
    .flatMap((condition, index) => readCondition(reader, condition, `when.all[${index}]`, vocabulary));
  const scope = when.scope === undefined ? undefined : readScope(reader, when.scope);
  reader.finish();
  return { all, ...(scope && { scope }) };
}

/**
 * Reads `then`.
 * @throws AppError `request.invalid`, which names every wrong field
 */
export function readThen(value: unknown, vocabulary: readonly string[]): ReadActions {
  const reader = new FieldReader();
  const list = reader.list(value, 'then', { most: ACTIONS.length, what: 'an action' });
  const read = list.flatMap((action, index) => readAction(reader, action, `then[${index}]`, vocabulary));
  const kinds = read.map(({ action }) => action.kind);
  kinds.forEach((kind, index) => {
    if (kinds.indexOf(kind) !== index) reader.refuse(`then[${index}].kind`, `${kind} is there already`);
  });
  if (kinds.includes('pause') && kinds.includes('draft')) reader.refuse('then', 'take either pause or draft');
  reader.finish();
  const secret = read.find(({ action }) => action.kind === 'webhook')?.secret;
  return { actions: read.map(({ action }) => action), ...(secret !== undefined && { secret }) };
}

function readCondition(reader: FieldReader, value: unknown, at: string, vocabulary: readonly string[]): Condition[] {
  const kind = reader.choice(reader.keyOf(value, 'kind'), `${at}.kind`, CONDITIONS);
  switch (kind) {
    case undefined:
      return [];
    case 'tag': {
      const { tag, min_confidence } = reader.object(value, at, ['kind', 'tag', 'min_confidence']);
      const read = reader.choice(tag, `${at}.tag`, vocabulary, 'a tag of METADATA_TAGS');
      return read === undefined ? [] : [{ kind, tag: read, ...confidence(reader, min_confidence, at) }];
    }
    case 'category': {
      const { category, min_confidence } = reader.object(value, at, ['kind', 'category', 'min_confidence']);
      const read = reader.choice(category, `${at}.category`, CATEGORIES);
      return read === undefined ? [] : [{ kind, category: read, ...confidence(reader, min_confidence, at) }];
    }
    case 'sentiment': {
      const { sentiment, min_confidence } = reader.object(value, at, ['kind', 'sentiment', 'min_confidence']);
      const read = reader.choice(sentiment, `${at}.sentiment`, SENTIMENTS);
      return read === undefined ? [] : [{ kind, sentiment: read, ...confidence(reader, min_confidence, at) }];
    }
    case 'keyword': {
      const { words } = reader.object(value, at, ['kind', 'words']);
      return [{ kind, words: reader.texts(words, `${at}.words`, { most: MOST_WORDS, longest: LONGEST_PHRASE }) }];
    }
    case 'first_message':
      reader.object(value, at, ['kind']);
      return [{ kind }];
    case 'no_answer': {
      const { hours } = reader.object(value, at, ['kind', 'hours']);
      return [{ kind, hours: reader.number(hours, `${at}.hours`, 0.01, MOST_HOURS) }];
    }
  }
}

function confidence(reader: FieldReader, value: unknown, at: string): { min_confidence?: number } {
  return value === undefined ? {} : { min_confidence: reader.number(value, `${at}.min_confidence`, 0, 1) };
}

function readScope(reader: FieldReader, value: unknown): AutomationScope {
  const { chat_ids, kind } = reader.object(value, 'when.scope', ['chat_ids', 'kind']);
  const read = kind === undefined ? undefined : reader.choice(kind, 'when.scope.kind', SCOPED_KINDS);
  return {
    ...(chat_ids !== undefined && {
      chat_ids: reader.texts(chat_ids, 'when.scope.chat_ids', { most: MOST_CHATS, longest: 200 }),
    }),
    ...(read && { kind: read }),
  };
}

function readAction(
  reader: FieldReader,
  value: unknown,
  at: string,
  vocabulary: readonly string[],
): { action: Action; secret?: string | null }[] {
  const kind = reader.choice(reader.keyOf(value, 'kind'), `${at}.kind`, ACTIONS);
  switch (kind) {
    case undefined:
      return [];
    case 'tag': {
      const { tags } = reader.object(value, at, ['kind', 'tags']);
      const read = reader.texts(tags, `${at}.tags`, { most: MOST_TAGS, longest: 40 });
      read.forEach((tag, index) => reader.choice(tag, `${at}.tags[${index}]`, vocabulary, 'a tag of METADATA_TAGS'));
      return [{ action: { kind, tags: [...new Set(read)] } }];
    }
    case 'notify':
    case 'pause':
    case 'draft':
    case 'archive':
      reader.object(value, at, ['kind']);
      return [{ action: { kind } }];
    case 'webhook': {
      const { url, secret, include_text } = reader.object(value, at, ['kind', 'url', 'secret', 'include_text']);
      return [
        {
          action: {
            kind,
            url: reader.text(url, `${at}.url`, LONGEST_URL),
            include_text: include_text === undefined ? false : reader.boolean(include_text, `${at}.include_text`),
          },
          ...(secret !== undefined && { secret: readSecret(reader, secret, `${at}.secret`) }),
        },
      ];
    }
  }
}

function readSecret(reader: FieldReader, value: unknown, at: string): string | null {
  if (value === null) return null;
  if (typeof value === 'string' && SECRET.test(value)) return value;
  reader.refuse(at, 'must be 16 to 200 characters of ASCII without blanks; null for none');
  return null;
}
