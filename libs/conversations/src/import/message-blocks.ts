import type { ExportLayout } from './export-layout.js';
import type { ExportLine } from './export-line.js';
import { looksLikeMessageStart, readMessageStart } from './message-start.js';
import { UNREADABLE_REASONS as REASONS, type UnreadableLines } from './unreadable-lines.js';
import { unguardLine } from './verbatim.js';
import { wallTime } from './wall-time.js';

/** The lines of one message, and when it was written as of `wallTime()`. */
export interface MessageBlock {
  readonly line: number;
  readonly wall: number;
  readonly lines: string[];
}

const MAX_MESSAGE_CHARACTERS = 1_048_576;

/** Gathers the lines of a file into messages. Lines that it cannot place go to `unreadable`. */
export class MessageBlocks {
  private open?: MessageBlock;
  private characters = 0;
  private state: 'before-first' | 'in-message' | 'skipping' = 'before-first';

  constructor(
    private readonly layout: ExportLayout,
    private readonly unreadable: UnreadableLines,
  ) {}

  /** Takes the next line; gives the message before it when this line begins another. */
  push(line: ExportLine): MessageBlock | undefined {
    const start = readMessageStart(line.text);
    if (start?.shape !== this.layout.shape) {
      this.continue(line);
      return undefined;
    }
    const done = this.open;
    const wall = wallTime(start, this.layout.order);
    if (wall === undefined) {
      this.open = undefined;
      this.state = 'skipping';
      this.unreadable.add(line.number, REASONS.noSuchTime);
    } else {
      this.open = { line: line.number, wall, lines: [line.text] };
      this.state = 'in-message';
      this.characters = line.text.length;
      if (line.cut) this.unreadable.add(line.number, REASONS.cut);
    }
    return done;
  }

  /** The last message. */
  end(): MessageBlock | undefined {
    const done = this.open;
    this.open = undefined;
    return done;
  }

  private continue(line: ExportLine): void {
    if (!this.open) {
      const reason = this.state === 'skipping' ? REASONS.ofUnreadMessage : REASONS.beforeFirstMessage;
      if (line.text.trim() !== '') this.unreadable.add(line.number, reason);
      return;
    }
    this.characters += line.text.length + 1;
    if (this.characters > MAX_MESSAGE_CHARACTERS) {
      this.unreadable.add(line.number, REASONS.messageTooLong);
      return;
    }
    this.open.lines.push(unguardLine(line.text));
    if (line.cut) this.unreadable.add(line.number, REASONS.cut);
    if (looksLikeMessageStart(line.text)) this.unreadable.add(line.number, REASONS.otherForm);
  }
}
