import type { FieldCipher } from '#security';

import { LABELS_SQL, labelsView, type LabelRow, type LabelsView } from '../labels/label-view.js';
import { mediaAddress } from '../media/media-address.js';
import type { MediaState } from '../media/media.entity.js';
import { reactionAddress } from '../reactions/reaction-address.js';

/** The attachment of a message. */
export interface MediaView {
  readonly state: MediaState;
  readonly reason: string | null;
  /** What its content shows; until it is stored, what its sender says. */
  readonly mimeType: string;
  readonly fileName: string | null;
  /** Bytes. */
  readonly size: number | null;
}

/** What somebody makes of a message. */
export interface ReactionView {
  readonly emoji: string;
  /** Null for us and the owner. */
  readonly senderId: string | null;
  readonly senderName: string | null;
  readonly fromMe: boolean;
  readonly at: Date;
}

/** What belongs to a message beside its text, as `ADDITIONS_SQL` selects it: sealed texts in base64. */
export interface SealedAdditions {
  readonly media:
    (Omit<MediaView, 'fileName'> & { readonly fileName: string | null; readonly subjectId: string }) | null;
  readonly reactions: readonly SealedReaction[] | null;
  readonly labels: readonly LabelRow[] | null;
}

export interface MessageAdditions {
  readonly media: MediaView | null;
  readonly reactions: readonly ReactionView[];
  readonly labels: LabelsView;
}

interface SealedReaction extends Omit<ReactionView, 'at'> {
  readonly id: string;
  readonly subjectId: string;
  readonly at: string;
}

/** Three columns for a select from `messages`: each is looked up for the rows of the page only. */
export const ADDITIONS_SQL = `
(SELECT json_build_object('state', CASE WHEN messages.revoked_at IS NULL THEN state ELSE 'skipped' END,
    'reason', CASE WHEN messages.revoked_at IS NULL THEN reason ELSE 'revoked' END,
    'mimeType', coalesce(mime_type, claimed_type), 'fileName', translate(encode(file_name, 'base64'), E'\\n', ''),
    'size', size, 'subjectId', media.subject_id)
  FROM media WHERE media.message_id = messages.id) AS media,
(SELECT json_agg(json_build_object('id', reactions.id, 'subjectId', reactions.subject_id, 'fromMe', from_me,
    'emoji', translate(encode(emoji, 'base64'), E'\\n', ''), 'senderId', CASE WHEN NOT from_me THEN actor_id END,
    'senderName', actors.name, 'at', reacted_at) ORDER BY reacted_at, reactions.id)
  FROM reactions LEFT JOIN contacts AS actors ON actors.id = actor_id
  WHERE reactions.chat_id = messages.chat_id AND message_external_id = messages.external_id AND emoji IS NOT NULL) AS reactions,
${LABELS_SQL.trim()}`;

/** Opens the additions of messages, in order. What belongs to an erased contact is left out. */
export async function openAdditions(
  cipher: FieldCipher,
  rows: readonly (SealedAdditions & { readonly id: string })[],
): Promise<MessageAdditions[]> {
  const sealed = rows.flatMap(({ id, media, reactions }) => [
    ...(media?.fileName ? [sealedText(media.subjectId, mediaAddress(id, 'file_name'), media.fileName)] : []),
    ...(reactions ?? []).map((one) => sealedText(one.subjectId, reactionAddress(one.id), one.emoji)),
  ]);
  const texts = (sealed.length > 0 ? await cipher.openAll(sealed) : []).values();
  const next = (): string | null => texts.next().value ?? null;
  return rows.map(({ media, reactions, labels }) => ({
    media: media && openMedia(media, media.fileName ? next() : null),
    reactions: (reactions ?? []).flatMap((one) => openReaction(one, next()) ?? []),
    labels: labelsView(labels),
  }));
}

function sealedText(subjectId: string, at: ReturnType<typeof reactionAddress>, base64: string) {
  return { subjectId, at, sealed: Buffer.from(base64, 'base64') };
}

function openMedia({ state, reason, mimeType, size }: Omit<MediaView, 'fileName'>, fileName: string | null): MediaView {
  return { state, reason, mimeType, size, fileName };
}

function openReaction({ senderId, senderName, fromMe, at }: SealedReaction, emoji: string | null): ReactionView | null {
  return emoji === null ? null : { emoji, senderId, senderName, fromMe, at: new Date(at) };
}
