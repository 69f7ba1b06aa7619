export type Listener = (...args: unknown[]) => void;

/** Events as WhatsApp's models have them: names separated by blanks, `on`, `once`, `off`, `trigger`. */
export class Emitter {
  readonly #listeners = new Map<string, Listener[]>();
  readonly #originals = new WeakMap<Listener, Listener>();
  readonly #awaited = new Map<string, (() => void)[]>();

  on(names: string, listener: Listener): this {
    for (const name of names.split(' ')) {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
      for (const heard of this.#awaited.get(name) ?? []) heard();
      this.#awaited.delete(name);
    }
    return this;
  }

  once(name: string, listener: Listener): this {
    const wrapped: Listener = (...args) => {
      this.off(name, wrapped);
      listener(...args);
    };
    this.#originals.set(wrapped, listener);
    return this.on(name, wrapped);
  }

  off(names: string, listener: Listener): this {
    for (const name of names.split(' ')) {
      const left = (this.#listeners.get(name) ?? []).filter(
        (one) => one !== listener && this.#originals.get(one) !== listener,
      );
      this.#listeners.set(name, left);
    }
    return this;
  }

  trigger(name: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(...args);
  }

  /** Resolves when somebody listens for the event, or after `withinMs` all the same. */
  heard(name: string, withinMs: number): Promise<void> {
    if ((this.#listeners.get(name) ?? []).length > 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#awaited.set(name, [...(this.#awaited.get(name) ?? []), resolve]);
      setTimeout(resolve, withinMs);
    });
  }
}
