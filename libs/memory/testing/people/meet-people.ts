import type { MemoryFact } from '../../src/facts/memory-fact.js';
import { MemoryRows } from '../../src/facts/store/memory-rows.service.js';
import { type TalkStage, type Line } from '../talk-stage.js';
import { PEOPLE } from './people.js';
import { PeopleScore } from './people-score.js';
import { tenOClock } from './scripted-days.js';
import type { PeopleModel } from './scripted-model.js';
import type { ExpectedMemory, ScriptedPerson, ScriptedTalk } from './scripted-person.js';

const OTHERS = '34699999999';

/** Lets everybody talk, has it taken in, and compares. */
export async function meetPeople(stage: TalkStage, model?: PeopleModel): Promise<PeopleScore> {
  const score = new PeopleScore();
  // Only a model proposes what is then held back.
  const counts = ([status]: ExpectedMemory): boolean => model !== undefined || status !== 'held';
  for (const [index, person] of PEOPLE.entries())
    score.add(
      { ...person, expected: person.expected.filter(counts) },
      await meet(stage, person, `346100${10_000 + index}`, model),
    );
  return score;
}

async function meet(
  stage: TalkStage,
  person: ScriptedPerson,
  phone: string,
  model?: PeopleModel,
): Promise<MemoryFact[]> {
  for (const talk of person.talks) {
    if (model) model.talk = talk;
    const lines = linesOf(talk, person.group ? phone : undefined);
    const chatId = person.group
      ? await stage.groupTalk(`group-${phone}`, lines)
      : (await stage.talk(phone, lines, person.name)).chatId;
    await stage.absorb(chatId, ['extract']);
  }
  const rows = await stage.rows<{ id: string }>('SELECT contact_id AS id FROM contact_aliases WHERE value LIKE $1', [
    `${phone}%`,
  ]);
  return [...(await stage.part(MemoryRows).find({ sql: 'WHERE contact_id = $1 ORDER BY id', values: [rows[0]?.id] }))];
}

function linesOf({ daysAgo, lines }: ScriptedTalk, phone: string | undefined): Line[] {
  return lines.map((line, minute) => {
    const at = tenOClock(daysAgo).plus({ minutes: minute }).toJSDate();
    if (line.startsWith('< ')) return { text: line.slice(2), at, by: 'us' };
    const other = /^@\S+ (.*)$/s.exec(line)?.[1];
    if (other !== undefined) return { text: other, at, by: OTHERS };
    return { text: line, at, ...(phone !== undefined && { by: phone }) };
  });
}
