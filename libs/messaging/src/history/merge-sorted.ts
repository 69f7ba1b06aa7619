import type { MessageView } from '../messages/message-view.js';
import { comparePlaces } from './message-place.js';

type Messages = AsyncIterable<readonly MessageView[]>;

/** Several conversations as one, page by page, when each is in its order, oldest first. Only a page of each is held at a time. */
export async function* mergeSorted(sources: readonly Messages[]): AsyncIterable<readonly MessageView[]> {
  const lanes = sources.map((source) => new Lane(source));
  for (const lane of lanes) await lane.fill();
  for (;;) {
    const open = lanes.filter((lane) => lane.head !== undefined);
    const page = pageOf(open);
    if (page.length === 0) return;
    yield page;
    for (const lane of open) await lane.fill();
  }
}

/** As many as can be told to come next before one of the lanes has to be filled again. */
function pageOf(lanes: readonly Lane[]): readonly MessageView[] {
  if (lanes.length === 1) return lanes[0]?.rest() ?? [];
  const page: MessageView[] = [];
  while (lanes.every((lane) => lane.head !== undefined)) {
    const next = lanes.reduce<Lane | undefined>((first, lane) => (first?.isBefore(lane) ? first : lane), undefined);
    const message = next?.take();
    if (!message) break;
    page.push(message);
  }
  return page;
}

class Lane {
  private readonly pages: AsyncIterator<readonly MessageView[]>;
  private page: readonly MessageView[] = [];
  private at = 0;

  constructor(source: Messages) {
    this.pages = source[Symbol.asyncIterator]();
  }

  get head(): MessageView | undefined {
    return this.page[this.at];
  }

  isBefore(other: Lane): boolean {
    return this.head !== undefined && other.head !== undefined && comparePlaces(this.head, other.head) <= 0;
  }

  take(): MessageView | undefined {
    return this.page[this.at++];
  }

  rest(): readonly MessageView[] {
    const rest = this.page.slice(this.at);
    this.at = this.page.length;
    return rest;
  }

  async fill(): Promise<void> {
    while (this.head === undefined) {
      const next = await this.pages.next();
      if (next.done) return;
      this.page = next.value;
      this.at = 0;
    }
  }
}
