const MAX_IDS = 20_000;

/** Keeps every id while they are few, then every second, every fourth …: spread evenly, and never more than the limit. */
export class IdSample {
  private kept: string[] = [];
  private seen = 0;
  private everyNth = 1;

  constructor(private readonly limit = MAX_IDS) {}

  get ids(): readonly string[] {
    return this.kept;
  }

  /** Each of the ids stands for so many. */
  get step(): number {
    return this.everyNth;
  }

  add(id: string): void {
    if (this.seen % this.everyNth === 0) this.kept.push(id);
    this.seen += 1;
    if (this.kept.length <= this.limit) return;
    this.kept = this.kept.filter((_, index) => index % 2 === 0);
    this.everyNth *= 2;
  }
}
