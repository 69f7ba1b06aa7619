import { GroupAnswers } from './group-answers.service.js';

/** Who is answered in a group. */
export const ANSWERING_PROVIDERS = [GroupAnswers];
