import type { Action } from '../../engine/action.js';

/** What a line is for. `welcome`: for somebody who has just come into the group. */
export type Occasion = Action | 'welcome';

/** The lines of one language. `{name}` is whom they are for, `{title}` what is shared. */
export type ShippedLines = Readonly<Record<Occasion, readonly string[]>>;
