import { AppError } from '#kernel';

export interface ConfigProblem {
  readonly variable: string;
  /** What the variable takes. Never what it holds. */
  readonly takes: string;
}

/** Names every variable that is wrong and what it takes, never its content. */
export function invalidConfig(problems: readonly ConfigProblem[]): AppError {
  const lines = problems.map(({ variable, takes }) => `${variable}: ${takes}`);
  return new AppError('config.invalid', `Change these environment variables, then start again. ${lines.join('; ')}`, {
    kind: 'invalid',
  });
}
