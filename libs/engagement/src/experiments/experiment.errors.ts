import { AppError } from '#kernel';

export const experimentNotFound = () =>
  new AppError('engagement.experiment-not-found', 'There is no such experiment. List the experiments to find its id.', {
    kind: 'not-found',
  });

export const wrongVariants = (problem: string) =>
  new AppError('engagement.wrong-variants', `These variants cannot be compared: ${problem}.`, { kind: 'invalid' });

export const experimentNotDraft = () =>
  new AppError('engagement.experiment-not-draft', 'It has been started before. Make a new experiment to try again.', {
    kind: 'conflict',
  });

export const experimentNotRunning = () =>
  new AppError('engagement.experiment-not-running', 'It does not run, so it cannot be stopped.', { kind: 'conflict' });

export const dimensionTaken = () =>
  new AppError('engagement.dimension-taken', 'Another experiment of this dimension runs. Stop it first.', {
    kind: 'conflict',
  });

export const tooManyExperiments = (most: number) =>
  new AppError(
    'engagement.too-many-experiments',
    `There may be ${most} experiments that have not ended. Stop some that run.`,
    { kind: 'conflict' },
  );
