import { Emitter } from './emitter.js';
import { type Model } from './model.js';

export interface Identified extends Model {
  readonly id: { toString(): string };
}

/** A collection as WhatsApp's: by id, in the order of arrival. */
export class Collection<T extends Identified> extends Emitter {
  readonly #models = new Map<string, T>();
  readonly modelClass: new (fields: object) => T;

  constructor(modelClass: new (fields: object) => T) {
    super();
    this.modelClass = modelClass;
  }

  get length(): number {
    return this.#models.size;
  }

  get(id: unknown): T | undefined {
    return id === undefined || id === null ? undefined : this.#models.get(textOf(id));
  }

  /** Adds what isn't there yet, and tells it. */
  add(model: T): T {
    const known = this.get(model.id);
    if (known) return known;
    this.place(model);
    model.belongTo(this);
    this.trigger('add', model);
    return model;
  }

  /** Adds without a word. */
  place(model: T): void {
    this.#models.set(textOf(model.id), model);
  }

  sort(compare: (one: T, other: T) => number): void {
    const sorted = this.getModelsArray().sort(compare);
    this.#models.clear();
    for (const model of sorted) this.place(model);
  }

  remove(id: unknown): void {
    const model = this.get(id);
    if (!model) return;
    this.#models.delete(textOf(model.id));
    this.trigger('remove', model);
  }

  getModelsArray(): T[] {
    return [...this.#models.values()];
  }

  find(id: unknown): Promise<T | undefined> {
    return Promise.resolve(this.get(id));
  }

  update(_id: unknown): Promise<void> {
    return Promise.resolve();
  }

  serialize(): Record<string, unknown>[] {
    return this.getModelsArray().map((model) => model.serialize());
  }
}

/** A wid or a key is found by its text, as a copy of it that went through JSON is by its `_serialized`. */
function textOf(id: unknown): string {
  if (typeof id === 'string') return id;
  const { _serialized: text } = id as { _serialized?: unknown };
  return typeof text === 'string' ? text : String(id);
}
