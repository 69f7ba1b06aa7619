import { AutonomyController } from './autonomy.controller.js';
import { AutonomyGroupsController } from './autonomy-groups.controller.js';
import { GroupDesk } from './group-desk.service.js';
import { GroupFinder } from './group-finder.service.js';
import { GroupReports } from './group-reports.service.js';
import { ReportPlaces } from './report-places.service.js';

export const REST_PROVIDERS = [GroupDesk, GroupFinder, GroupReports, ReportPlaces];

export const REST_CONTROLLERS = [AutonomyController, AutonomyGroupsController];
