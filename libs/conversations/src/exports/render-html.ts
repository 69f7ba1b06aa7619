import { AuthorLabels } from './author-labels.js';
import { escapeHtml, pageHead, PAGE_END } from './html-page.js';
import { mediaNameOf } from './media-name.js';
import { QuotedTexts } from './quoted-texts.js';
import type { ExportedChat, ExportMessage, RenderOptions, Transcript } from './transcript.js';
import { WallClock } from './wall-clock.js';

/** All chats as one page that can be opened anywhere and printed: text only, no script, nothing from outside. */
export async function* renderHtml(transcripts: readonly Transcript[], options: RenderOptions): AsyncGenerator<string> {
  yield pageHead(transcripts.map(({ chat }) => chat.name).join(', '));
  for (const { chat, read } of transcripts) {
    const section = new HtmlSection(chat, options);
    yield section.begin();
    for await (const page of read()) yield page.map((message) => section.add(message)).join('');
    yield section.end();
  }
  yield PAGE_END;
}

/** One chat on a page: what was shown before says what the next message needs beside its text. */
export class HtmlSection {
  private readonly clock: WallClock;
  private readonly labels: AuthorLabels;
  private readonly quoted = new QuotedTexts();
  private day = '';

  constructor(
    private readonly chat: ExportedChat,
    private readonly options: RenderOptions,
  ) {
    this.clock = new WallClock(options.zone);
    this.labels = new AuthorLabels(chat, options.me);
  }

  begin(part?: number): string {
    const { zone, exportedAt } = this.options;
    const { date, time } = this.clock.at(exportedAt);
    const which = part === undefined ? '' : ` · ${part}`;
    this.day = '';
    return `<section>
<h1 dir="auto">${escapeHtml(this.chat.name)}${which}</h1>
<p class="about">${escapeHtml(`${this.chat.externalId} · ${date} ${time.slice(0, 5)} · ${zone}`)}</p>
`;
  }

  add(message: ExportMessage): string {
    const label = this.labels.labelOf(message);
    const { date, time } = this.clock.at(message.sentAt);
    const day = date === this.day ? '' : `<h2>${date}</h2>\n`;
    this.day = date;
    const parts = [
      label === null
        ? ''
        : `<div class="name" dir="auto">${escapeHtml(nameOf(message, label))}${markOf(message)}</div>`,
      this.quoteOf(message),
      bodyOf(message),
      this.mediaOf(message),
      `<span class="marks">${this.marksOf(message)}<time datetime="${message.sentAt.toISOString()}">${time.slice(0, 5)}</time></span>`,
    ];
    if (label !== null) this.quoted.remember(message, nameOf(message, label));
    return `${day}<article class="${label === null ? 'notice' : LOOKS[message.author]}">${parts.filter(Boolean).join('\n')}</article>\n`;
  }

  end(): string {
    return '</section>\n';
  }

  private quoteOf({ quotedId }: ExportMessage): string {
    if (quotedId === null) return '';
    const { author, text } = this.quoted.find(quotedId) ?? { author: '', text: '…' };
    const who = author && `<bdi>${escapeHtml(author)}</bdi>: `;
    return `<div class="quote" dir="auto">${who}<bdi>${escapeHtml(text)}</bdi></div>`;
  }

  private mediaOf(message: ExportMessage): string {
    const name = mediaNameOf(message, this.options.withMedia);
    if (name === undefined) return '';
    return `<div class="media">📎 <bdi>${escapeHtml(name)}</bdi></div>`;
  }

  private marksOf({ reactions, editedAt, revokedAt }: ExportMessage): string {
    const shown = reactions.map((one) => {
      const who = one.fromMe ? this.options.me : (one.senderName ?? '');
      return `<bdi>${escapeHtml(`${one.emoji} ${who}`.trim())}</bdi> · `;
    });
    return shown.join('') + (editedAt && !revokedAt ? 'edited · ' : '');
  }
}

const LOOKS: Readonly<Record<ExportMessage['author'], string>> = {
  contact: 'them',
  owner: 'me',
  assistant: 'me assistant',
  system: 'notice',
};

/** Both speak for the account under one name: who it was stands beside it. */
function markOf({ author }: ExportMessage): string {
  return author === 'assistant' ? ' <span class="by">assistant</span>' : '';
}

/** As they call themselves; the label only where two of one name have to be told apart. */
function nameOf({ author, senderName }: ExportMessage, label: string): string {
  return author !== 'contact' || / \(\d+\)$/.test(label) ? label : (senderName ?? label);
}

function bodyOf({ kind, text, revokedAt, media }: ExportMessage): string {
  if (revokedAt) return '<p class="gone">deleted</p>';
  const what = kind === 'text' || kind === 'system' || media ? '' : `<div class="media">[${escapeHtml(kind)}]</div>`;
  if (text === null || text === '') return what || (kind === 'text' ? '<p class="gone">no text</p>' : '');
  return `${what}<p dir="auto">${escapeHtml(text)}</p>`;
}
