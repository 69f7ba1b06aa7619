import { FIELD, LAYOUT_VERSION, type Field } from './state-layout.js';

/**
 * What the engine knows of one group: counters and times, never a word, a name or a number of a phone. Always `GroupState.BYTES` long,
 * however much is written in the group. `track` alone changes it; its bytes are all there is to keep for a restart.
 */
export class GroupState {
  static readonly BYTES = FIELD.end;

  private constructor(readonly view: DataView<ArrayBuffer>) {}

  /** A group of which nothing is known yet. */
  static empty(): GroupState {
    const state = new GroupState(new DataView(new ArrayBuffer(GroupState.BYTES)));
    state.write(FIELD.version, LAYOUT_VERSION);
    return state;
  }

  /** The group as its bytes were kept. Bytes of another layout answer an empty group: what is lost is learnt again in an hour. */
  static restored(bytes: Uint8Array): GroupState {
    const state = GroupState.empty();
    if (bytes.length !== GroupState.BYTES) return state;
    const kept = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (kept.getUint32(FIELD.version) === LAYOUT_VERSION) new Uint8Array(state.view.buffer).set(bytes);
    return state;
  }

  /** A copy of the whole state. */
  bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.view.buffer.slice(0));
  }

  /** A counter, a keyed id, or a time in seconds since 1970; 0 means never. */
  read(field: Field): number {
    return this.view.getUint32(field);
  }

  write(field: Field, value: number): void {
    this.view.setUint32(field, value);
  }

  /** A number that runs, such as the momentum. */
  readReal(field: Field): number {
    return this.view.getFloat32(field);
  }

  writeReal(field: Field, value: number): void {
    this.view.setFloat32(field, value);
  }
}
