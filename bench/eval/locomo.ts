import { readFile } from 'node:fs/promises';

/** One turn of a conversation, as it is told to the program. */
export interface DialogueTurn {
  /** `D3:7`: the seventh of the third session. */
  readonly id: string;
  readonly session: number;
  readonly speaker: string;
  /** With the description of its picture, when there is one. */
  readonly text: string;
  readonly at: Date;
}

export interface DialogueQuestion {
  readonly text: string;
  readonly answer: string;
  /** 1 multi-hop, 2 temporal, 3 open-domain, 4 single-hop. */
  readonly category: number;
  /** Ids of the turns that answer it: at least one. */
  readonly evidence: readonly string[];
}

export interface Dialogue {
  readonly id: string;
  /** The first is us, the second is the contact. */
  readonly speakers: readonly [string, string];
  readonly turns: readonly DialogueTurn[];
  readonly questions: readonly DialogueQuestion[];
}

/** Questions that have no answer in the conversation. */
const ADVERSARIAL = 5;
const MINUTE_MS = 60_000;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Conversations in the format of LoCoMo. Throws when the file is of another. */
export async function readLocomo(path: string): Promise<Dialogue[]> {
  const samples = JSON.parse(await readFile(path, 'utf8')) as readonly Sample[];
  if (!Array.isArray(samples) || samples.length === 0)
    throw new Error(`${path} holds no conversations in LoCoMo's format`);
  return samples.map(dialogueOf);
}

interface Sample {
  readonly sample_id?: string;
  readonly conversation: Readonly<Record<string, unknown>> & { readonly speaker_a: string; readonly speaker_b: string };
  readonly qa: readonly {
    readonly question: string;
    readonly answer?: string | number;
    readonly category: number;
    readonly evidence?: readonly string[];
  }[];
}

interface RawTurn {
  readonly dia_id: string;
  readonly speaker: string;
  readonly text: string;
  readonly blip_caption?: string;
}

function dialogueOf({ sample_id: id = '', conversation, qa }: Sample): Dialogue {
  const turns = sessionsOf(conversation).flatMap((session) => turnsOf(conversation, session));
  const known = new Set(turns.map((turn) => turn.id));
  const questions = qa
    .filter(({ category }) => category !== ADVERSARIAL)
    .map(({ question, answer, category, evidence = [] }) => ({
      text: question,
      answer: String(answer ?? ''),
      category,
      evidence: evidenceIn(evidence).filter((turn) => known.has(turn)),
    }))
    .filter(({ evidence }) => evidence.length > 0);
  return { id, speakers: [conversation.speaker_a, conversation.speaker_b], turns, questions };
}

function sessionsOf(conversation: Sample['conversation']): number[] {
  const numbers = Object.keys(conversation).flatMap((key) => /^session_(\d+)$/.exec(key)?.slice(1).map(Number) ?? []);
  return numbers.sort((one, other) => one - other);
}

function turnsOf(conversation: Sample['conversation'], session: number): DialogueTurn[] {
  const start = sessionStart(String(conversation[`session_${session}_date_time`]));
  const turns = conversation[`session_${session}`] as readonly RawTurn[];
  return turns.map(({ dia_id: id, speaker, text, blip_caption: picture }, place) => ({
    id,
    session,
    speaker,
    text: picture ? `[${picture}]\n${text}` : text,
    at: new Date(start.getTime() + place * MINUTE_MS),
  }));
}

/** "1:56 pm on 8 May, 2023", taken as UTC. */
function sessionStart(text: string): Date {
  const [, hour, minute, half, day, month = '', year] = /(\d+):(\d+) ([ap])m on (\d+) (\w+),? (\d+)/.exec(text) ?? [];
  const at = MONTHS.indexOf(month.toLowerCase());
  if (at < 0) throw new Error(`not a session's time: ${text}`);
  return new Date(
    Date.UTC(Number(year), at, Number(day), (Number(hour) % 12) + (half === 'p' ? 12 : 0), Number(minute)),
  );
}

/** Some entries hold several ids, or are written loosely: "D8:6; D9:17", "D:11:26". */
function evidenceIn(entries: readonly string[]): string[] {
  const ids = entries.flatMap((entry) =>
    [...entry.matchAll(/D:?(\d+):(\d+)/g)].map(([, session, turn]) => `D${Number(session)}:${Number(turn)}`),
  );
  return [...new Set(ids)];
}
