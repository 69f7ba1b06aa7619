import type { HistoryWriter } from '#messaging';

import { chatOfExport, type ChatOfExport, type ChosenChat } from './chat-of-export.js';
import { findMe, surveyChat, type ChatSurvey } from './chat-survey.js';
import type { DateOrder } from './date-order.js';
import type { ExportFile } from './export-file.js';
import { surveyLayout } from './export-layout.js';
import { historicMessage } from './historic-message.js';
import { ImportTally, type ImportReport } from './import-report.js';
import { noReadableMessage } from './import.errors.js';
import { tellsSeconds } from './message-start.js';
import { readMessages, type ReadOptions } from './read-messages.js';
import { UnreadableLines } from './unreadable-lines.js';
import { wholeMinutes } from './whole-minutes.js';
import { machineZone } from './zone-clock.js';

export interface ImportOptions extends ChosenChat {
  readonly accountId: string;
  /** The operator's own name as it stands in the chat. */
  readonly me: string;
  /** IANA zone of the phone that exported; none: the zone of this machine. */
  readonly zone?: string;
  /** None: told from the dates of the file. */
  readonly dateOrder?: DateOrder;
}

/** How many messages are stored, of how many in the file. */
export type ImportProgress = (done: number, total: number) => Promise<void>;

export type HistoryDoor = Pick<HistoryWriter, 'openChat' | 'write'>;

/**
 * Imports one exported chat. It is read three times (how it is written, who wrote, the messages), which keeps the memory flat
 * and refuses a wrong `me` before anything is stored. Throws as `planImport`.
 */
export async function importChat(
  file: ExportFile,
  writer: HistoryDoor,
  options: ImportOptions,
  onProgress: ImportProgress = () => Promise.resolve(),
): Promise<ImportReport> {
  const { read, me, chat, survey } = await planImport(file, options);
  const { chatId } = await writer.openChat(options.accountId, chat);
  const unreadable = new UnreadableLines();
  const tally = new ImportTally();
  const twinsBy = tellsSeconds(read.layout.shape) ? 'second' : 'minute';
  for await (const batch of wholeMinutes(readMessages(file.lines(), read, unreadable))) {
    const past = batch.map((message) => historicMessage(message, me, chat));
    tally.add(batch, await writer.write(chatId, past, { twinsBy }));
    await onProgress(tally.done, survey.messages);
  }
  return tally.report(chatId, read.layout, unreadable.report());
}

export interface ImportPlan {
  readonly read: ReadOptions;
  readonly chat: ChatOfExport;
  /** The author that is the operator. */
  readonly me: string;
  readonly survey: ChatSurvey;
}

/**
 * Finds out all that an import has to know, and stores nothing. Throws `import.no-message`, `import.me-not-found`,
 * `import.chat-unknown`, `import.not-direct`, `import.zone-unknown`.
 */
export async function planImport(file: ExportFile, options: Omit<ImportOptions, 'accountId'>): Promise<ImportPlan> {
  const layout = await surveyLayout(file.lines(), options.dateOrder);
  if (!layout) throw noReadableMessage();
  const read = { layout, zone: options.zone ?? machineZone() };
  const survey = await surveyChat(readMessages(file.lines(), read, new UnreadableLines()));
  const me = findMe(options.me, survey.authors);
  const others = survey.authors.filter((author) => author !== me);
  return { read, me, survey, chat: chatOfExport(options, file.names, others) };
}
