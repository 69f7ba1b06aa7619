import type { Facet, LabelSource } from './label-values.js';

/** One value of a facet, with how sure it is and where it comes from. */
export interface LabelView {
  readonly value: string;
  /** 0-1. */
  readonly confidence: number;
  /** Null when the operator said so. */
  readonly model: string | null;
  readonly at: Date;
  readonly source: LabelSource;
}

/** What is known about a message or a chat. */
export interface LabelsView {
  readonly sentiment: LabelView | null;
  readonly category: LabelView | null;
  readonly tags: readonly LabelView[];
  /** Facets that could not be told, and why: a code. */
  readonly untagged: readonly { readonly facet: Facet; readonly reason: string }[];
}

/** A row of `message_labels`, as `LABELS_SQL` selects it. */
export interface LabelRow {
  readonly facet: Facet;
  readonly values: readonly string[];
  readonly confidences: readonly number[];
  readonly source: LabelSource;
  readonly model: string | null;
  readonly reason: string | null;
  readonly at: string;
}

/** A column for a select from `messages`: null when nothing is known. */
export const LABELS_SQL = `
(SELECT json_agg(json_build_object('facet', facet, 'values', labels."values", 'confidences', confidences, 'source', source,
    'model', model, 'reason', reason, 'at', labelled_at))
  FROM message_labels AS labels WHERE labels.message_id = messages.id) AS labels`;

/** The same for a select from `chats`. */
export const CHAT_LABELS_SQL = `
(SELECT json_agg(json_build_object('facet', facet, 'values', labels."values", 'confidences', shares, 'source', source,
    'model', NULL, 'reason', NULL, 'at', labelled_at))
  FROM chat_labels AS labels WHERE labels.chat_id = chats.id) AS labels`;

export const NO_LABELS: LabelsView = { sentiment: null, category: null, tags: [], untagged: [] };

export function labelsView(rows: readonly LabelRow[] | null): LabelsView {
  if (rows === null || rows.length === 0) return NO_LABELS;
  const of = (facet: Facet): readonly LabelView[] => rows.filter((row) => row.facet === facet).flatMap(viewsOf);
  return {
    sentiment: of('sentiment')[0] ?? null,
    category: of('category')[0] ?? null,
    tags: of('tags'),
    untagged: rows.flatMap(({ facet, reason }) => (reason === null ? [] : [{ facet, reason }])),
  };
}

function viewsOf({ values, confidences, source, model, at }: LabelRow): LabelView[] {
  return values.map((value, index) => ({
    value,
    // Stored in four bytes: the digits beyond what was said are noise.
    confidence: Math.round((confidences[index] ?? 0) * 1_000) / 1_000,
    model,
    at: new Date(at),
    source,
  }));
}
