import type { LabelsView } from './label-view.js';

/** What a list may be narrowed to. All that is given must hold. */
export interface LabelFilter {
  readonly tag?: string;
  readonly category?: string;
  readonly sentiment?: string;
  readonly isRead?: boolean;
}

/** A name for the list that a filter makes, so that its cursors lead nowhere else; '' for the whole list. */
export function filterName({ tag, category, sentiment, isRead }: LabelFilter): string {
  const parts = [tag ?? null, category ?? null, sentiment ?? null, isRead ?? null];
  return parts.every((part) => part === null) ? '' : `?${JSON.stringify(parts)}`;
}

/**
 * Conditions on `messages`, each begun with AND, and their values from parameter `$first` on. `oneByOne` looks each message up, which
 * is best where many fit; otherwise Postgres may begin with the labels, which is best where few do.
 */
export function messageFilterSql(
  filter: LabelFilter,
  first: number,
  { oneByOne = false } = {},
): { sql: string; values: unknown[] } {
  const conditions: string[] = [];
  const values: unknown[] = [];
  for (const [facet, value] of wanted(filter)) {
    values.push(value);
    conditions.push(`AND EXISTS (SELECT 1 FROM message_labels AS wanted WHERE wanted.message_id = messages.id
      AND wanted.facet = '${facet}' AND wanted."values" @> ARRAY[$${first + values.length - 1}::text]${oneByOne ? ' OFFSET 0' : ''})`);
  }
  if (filter.isRead !== undefined) conditions.push(`AND messages.read_at IS ${filter.isRead ? 'NOT ' : ''}NULL`);
  return { sql: conditions.join('\n'), values };
}

/** The same on `chats`. A chat counts as read when the latest message of a contact in it is read, or there is none. */
export function chatFilterSql(filter: LabelFilter, first: number): { sql: string; values: unknown[] } {
  const conditions: string[] = [];
  const values: unknown[] = [];
  for (const [facet, value] of wanted(filter)) {
    values.push(value);
    conditions.push(`AND EXISTS (SELECT 1 FROM chat_labels AS wanted WHERE wanted.chat_id = chats.id
      AND wanted.facet = '${facet}' AND wanted."values" @> ARRAY[$${first + values.length - 1}::text])`);
  }
  if (filter.isRead !== undefined) {
    conditions.push(`AND ${filter.isRead ? '' : 'NOT '}coalesce((SELECT read_at IS NOT NULL FROM messages
      WHERE chat_id = chats.id AND author = 'contact' ORDER BY sent_at DESC, id DESC LIMIT 1), true)`);
  }
  return { sql: conditions.join('\n'), values };
}

/** The same for a message that was read already. */
export function acceptsLabels(
  message: { readonly labels: LabelsView; readonly readAt: Date | null },
  { tag, category, sentiment, isRead }: LabelFilter,
): boolean {
  const { labels, readAt } = message;
  return (
    (tag === undefined || labels.tags.some(({ value }) => value === tag)) &&
    (category === undefined || labels.category?.value === category) &&
    (sentiment === undefined || labels.sentiment?.value === sentiment) &&
    (isRead === undefined || isRead === (readAt !== null))
  );
}

function wanted({ tag, category, sentiment }: LabelFilter): [string, string][] {
  const entries: [string, string | undefined][] = [
    ['tags', tag],
    ['category', category],
    ['sentiment', sentiment],
  ];
  return entries.flatMap(([facet, value]) => (value === undefined ? [] : [[facet, value]]));
}
