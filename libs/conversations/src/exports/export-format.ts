/** What an export may be written as. */
export const EXPORT_FORMATS = ['json', 'csv', 'txt', 'html', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const ZIP_TYPE = 'application/zip';

/** The media type of a file of that format. */
export function mediaTypeOf(format: ExportFormat): string {
  switch (format) {
    case 'json':
      return 'application/json';
    case 'csv':
      return 'text/csv; charset=utf-8';
    case 'txt':
      return 'text/plain; charset=utf-8';
    case 'html':
      return 'text/html; charset=utf-8';
    case 'pdf':
      return 'application/pdf';
  }
}
