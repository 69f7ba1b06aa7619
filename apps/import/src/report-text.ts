import type { ImportReport } from '#conversations';

const LINES_SHOWN = 20;

/** The report as a person reads it in a terminal. */
export function reportText(report: ImportReport): string {
  const { messages, inserted, known, unreadable } = report;
  return [
    `${count(messages)} messages read: ${count(inserted)} new, ${count(known)} known before.`,
    `${count(report.system_lines)} of them are WhatsApp's own lines, ${count(report.media)} had media.`,
    `From ${day(report.first_message)} to ${day(report.last_message)} (dates read as ${report.date_order}), in the chat ${report.chat_id}.`,
    ...unreadableText(unreadable),
  ].join('\n');
}

function unreadableText({ total, lines }: ImportReport['unreadable']): string[] {
  if (total === 0) return ['Every line could be read.'];
  const shown = lines.slice(0, LINES_SHOWN).map(({ line, reason }) => `  line ${line} ${reason}`);
  const more = total > shown.length ? [`  and ${count(total - shown.length)} more`] : [];
  return [`${count(total)} ${total === 1 ? 'line needs' : 'lines need'} a look:`, ...shown, ...more];
}

function count(number: number): string {
  return number.toLocaleString('en');
}

function day(time: string | null): string {
  return time?.slice(0, 10) ?? '-';
}
