/**
 * Answers that may be given again for a moment. What is in it is JSON, and may be gone at any time; it never fails: without it things
 * are only slower.
 */
export abstract class Cache {
  /** Undefined when there is none. */
  abstract get(key: string): Promise<unknown>;

  /** Keeps it for so long, in ms. */
  abstract set(key: string, value: unknown, milliseconds: number): Promise<void>;

  /** Forgets it. A `set` that is under way may still come after it. */
  abstract delete(key: string): Promise<void>;

  /** What is kept under the key, or what `make` gives, kept for so long. A failing `make` rejects, and nothing is kept. */
  async remember<T>(key: string, milliseconds: number, make: () => Promise<T>): Promise<T> {
    const kept = await this.get(key);
    // What this key keeps was made here, and is JSON.
    if (kept !== undefined) return kept as T;
    const made = JSON.parse(JSON.stringify(await make())) as T;
    await this.set(key, made, milliseconds);
    return made;
  }
}
