import { SECOND_HELD_OUT_LINES as HELD_OUT_LINES } from '../testing/second-held-out-lines.js';
import type { LabelledLines, LineLabel } from '../testing/labelled-lines.js';
import { measure } from '../testing/measure.js';

it('prints', () => {
  const m = measure(HELD_OUT_LINES);
  console.log(JSON.stringify(m.figures, null, 1), '\n' + m.wrong.join('\n'));
});
export type X = LabelledLines | LineLabel;
