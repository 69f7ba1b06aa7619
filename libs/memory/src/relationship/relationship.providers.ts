import { RelateStep } from './relate.step.js';
import { RelationshipBoard } from './relationship-board.service.js';
import { RelationshipMerges } from './relationship-merges.service.js';
import { RelationshipRows } from './relationship-rows.service.js';
import { Relationships } from './relationships.service.js';

export const RELATIONSHIP_PROVIDERS = [
  RelateStep,
  RelationshipBoard,
  RelationshipMerges,
  RelationshipRows,
  Relationships,
];
