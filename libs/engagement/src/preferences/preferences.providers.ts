import { EVENTS_PROVIDERS } from '../events/events.providers.js';
import { FOLLOWERS_PROVIDERS } from '../followers/followers.providers.js';
import { AvoidedTopics } from './avoided-topics.service.js';
import { ContactWishes } from './contact-wishes.service.js';
import { PlansOfPerson } from './plans-of-person.service.js';
import { Preferences } from './preferences.service.js';

/** What keeps each person's preferences, and tells what became of their plans. */
export const PREFERENCES_PROVIDERS = [
  ...EVENTS_PROVIDERS,
  ...FOLLOWERS_PROVIDERS,
  ...[AvoidedTopics, ContactWishes, PlansOfPerson, Preferences],
];
