import { newId } from '#kernel';
import { PersonTokens } from '#security';

import { CharactersStage } from '../../testing/characters-stage.js';
import { TokenSchedule } from './token-schedule.service.js';

it('forgets tokens that are over, and no others', async () => {
  const stage = await CharactersStage.open();
  const { contactId } = await stage.chat();
  await stage.part(PersonTokens).issue({ contactId });
  const [kept] = await stage.query<{ id: string }>('SELECT id FROM person_tokens');
  await stage.query(
    `INSERT INTO person_tokens (id, contact_id, created_at, expires_at) VALUES ($1, $2, now() - interval '2 days', now() - interval '1 second')`,
    [newId(), contactId],
  );
  await stage.part(TokenSchedule).prune();
  expect(await stage.query('SELECT id FROM person_tokens')).toEqual([kept]);
  await stage.close();
});
