import { Emitter } from './emitter.js';

/** A model as WhatsApp's: its fields are plain properties, and each change is told to its listeners and its collection's. */
export class Model extends Emitter {
  #parent: Emitter | undefined;

  constructor(fields: object = {}) {
    super();
    Object.assign(this, fields);
  }

  set(changes: object): void {
    const changed: [string, unknown, unknown][] = [];
    for (const [name, value] of Object.entries(changes)) {
      const before = (this as Record<string, unknown>)[name];
      if (before === value) continue;
      (this as Record<string, unknown>)[name] = value;
      changed.push([name, value, before]);
    }
    if (changed.length === 0) return;
    for (const [name, value, before] of changed) this.#tell(`change:${name}`, value, before);
    this.#tell('change');
  }

  /** The fields without what is only in the page. */
  serialize(): Record<string, unknown> {
    const fields = Object.entries(this).filter(
      ([, value]) => typeof value !== 'function' && !(value instanceof Emitter),
    );
    return Object.fromEntries(fields);
  }

  toJSON(): Record<string, unknown> {
    return this.serialize();
  }

  belongTo(collection: Emitter): void {
    this.#parent = collection;
  }

  #tell(event: string, ...args: unknown[]): void {
    this.trigger(event, this, ...args);
    this.#parent?.trigger(event, this, ...args);
  }
}
