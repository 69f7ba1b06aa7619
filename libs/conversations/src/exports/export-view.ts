import type { ExportEntity } from './export.entity.js';
import type { ExportDto } from './export.dto.js';

/** Where a file is downloaded, below the address of this program. */
export function downloadUrl(exportId: string): string {
  return `/api/conversations/exports/${exportId}/download`;
}

/** An export as the API shows it: with a link only while there is a file. */
export function toExportDto(row: ExportEntity, now: Date): ExportDto {
  const isOver = row.state === 'ready' && (row.expiresAt === null || row.expiresAt <= now);
  const state = isOver ? 'expired' : row.state;
  return {
    id: row.id,
    task_id: row.taskId,
    state,
    failure: row.failure,
    format: row.format,
    chat_ids: row.chatIds,
    from: row.rangeFrom,
    to: row.rangeTo,
    zone: row.zone,
    me: row.me,
    include_media: row.includeMedia,
    file_name: row.fileName,
    bytes: row.bytes === null ? null : Number(row.bytes),
    sha256: row.sha256?.toString('hex') ?? null,
    messages: row.messages,
    created_at: row.createdAt,
    expires_at: row.expiresAt,
    download_url: state === 'ready' ? downloadUrl(row.id) : null,
  };
}
