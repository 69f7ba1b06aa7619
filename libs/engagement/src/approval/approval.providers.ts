import { Approvals } from './approvals.service.js';
import { ApprovalsController } from './approvals.controller.js';
import { ContactEngagementsController } from './contact-engagements.controller.js';
import { ContactStandings } from './contact-standings.service.js';
import { DueTimes } from './due-times.service.js';
import { EngagementPages } from './engagement-pages.service.js';
import { EngagementsController } from './engagements.controller.js';
import { PlanByHand } from './plan-by-hand.service.js';
import { PlanDecisions } from './plan-decisions.service.js';
import { PlanEdits } from './plan-edits.service.js';
import { PlanningController } from './planning.controller.js';
import { Previews } from './previews.service.js';
import { Rejections } from './rejections.service.js';
import { SendNow } from './send-now.service.js';

/** What operators look at, change and decide. */
export const APPROVAL_PROVIDERS = [
  ...[Approvals, ContactStandings, DueTimes, EngagementPages, PlanByHand, PlanDecisions, PlanEdits, Previews],
  ...[Rejections, SendNow],
];

/** Their REST. Those with an id come last: a word of its own is no id. */
export const APPROVAL_CONTROLLERS = [
  ...[PlanningController, ContactEngagementsController, EngagementsController, ApprovalsController],
];
