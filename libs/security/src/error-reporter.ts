/** Called with every error that is our fault, before the client gets an answer that tells nothing of it. */
export type ErrorReporter = (error: unknown) => void;

/** Injection token of the `ErrorReporter`. */
export const ERROR_REPORTER = Symbol('ERROR_REPORTER');
