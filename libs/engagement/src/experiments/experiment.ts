/** What may differ between variants. */
export const EXPERIMENT_DIMENSIONS = ['type', 'tone', 'template', 'timing'] as const;
export type ExperimentDimension = (typeof EXPERIMENT_DIMENSIONS)[number];

export type ExperimentStatus = 'draft' | 'running' | 'stopped' | 'finished';

export interface ExperimentVariant {
  readonly key: string;
  /** Its share among the weights of all. */
  readonly weight: number;
  /** What it sets its dimension to. */
  readonly value: string;
  /** Exactly one: the others are compared with it. */
  readonly control?: boolean;
}

/** An experiment that runs. */
export interface RunningExperiment {
  readonly id: string;
  readonly dimension: ExperimentDimension;
  readonly variants: readonly ExperimentVariant[];
}
