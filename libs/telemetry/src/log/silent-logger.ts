import { Logger } from './logger.js';

const nothing = (): void => undefined;

class SilentLogger extends Logger {
  override debug = nothing;
  override info = nothing;
  override warn = nothing;
  override error = nothing;

  child(): Logger {
    return this;
  }
}

/** Says nothing: for tests, and where no logger was given. */
export const silentLogger: Logger = new SilentLogger();
