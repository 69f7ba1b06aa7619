/** Short news to every process that listens at that moment: delivered at most once, in the order of one sender. */
export abstract class FanOut {
  /** `text` has at most 7,999 bytes. Resolves when it has left; rejects when it could not. */
  abstract publish(channel: string, text: string): Promise<void>;

  /**
   * Calls `listener` with each text from the moment that this resolves, also with one's own. `onMissed` is called when texts may have been
   * lost: the connection was, and is back.
   */
  abstract subscribe(channel: string, listener: (text: string) => void, onMissed: () => void): Promise<void>;
}
