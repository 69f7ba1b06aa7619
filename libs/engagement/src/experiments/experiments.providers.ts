import { ExperimentBook } from './experiment-book.service.js';
import { ExperimentEntity } from './experiment.entity.js';
import { ExperimentLists } from './experiment-lists.service.js';
import { ExperimentResults } from './experiment-results.service.js';
import { ExperimentsController } from './experiments.controller.js';
import { Experiments } from './experiments.service.js';

export const EXPERIMENTS_PROVIDERS = [ExperimentBook, ExperimentLists, ExperimentResults, Experiments];

export const EXPERIMENTS_ENTITIES = [ExperimentEntity];

export const EXPERIMENTS_CONTROLLERS = [ExperimentsController];
