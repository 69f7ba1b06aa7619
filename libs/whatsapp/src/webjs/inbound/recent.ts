import { LRUCache } from 'lru-cache';

/** The latest few thousand of something, by name. */
export class Recent {
  private readonly names: LRUCache<string, true>;

  constructor(most = 10_000) {
    this.names = new LRUCache({ max: most });
  }

  add(name: string): void {
    this.names.set(name, true);
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  delete(name: string): boolean {
    return this.names.delete(name);
  }
}
