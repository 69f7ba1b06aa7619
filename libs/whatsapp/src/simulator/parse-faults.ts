import { NO_FAULTS, type Fault, type FaultScript } from './fault-script.js';
import { invalidFaults } from './simulator.errors.js';

const FIELD_OF_NAME: ReadonlyMap<string, Fault> = new Map([
  ['duplicate', 'duplicate'],
  ['reorder', 'reorder'],
  ['late', 'late'],
  ['lost-ack', 'lostAck'],
  ['failed-send', 'failedSend'],
  ['unread', 'unread'],
  ['disconnect', 'disconnect'],
  ['logout', 'logout'],
]);

/** Reads `seed=1,duplicate=0.1,lost-ack=0.05`; '' is no faults. Throws `simulator.invalid-faults`. */
export function parseFaults(text: string): FaultScript {
  const script: Record<keyof FaultScript, number> = { ...NO_FAULTS };
  for (const entry of text.split(',')) {
    if (entry.trim() === '') continue;
    const [name = '', value = ''] = entry.split('=').map((part) => part.trim());
    if (name === 'seed') script.seed = seed(value);
    else script[faultField(name)] = chance(name, value);
  }
  return script;
}

/** The script in the form that `parseFaults` reads, faults that never strike left out. */
export function formatFaults(script: FaultScript): string {
  const faults = [...FIELD_OF_NAME].filter(([, field]) => script[field] > 0);
  return [`seed=${script.seed}`, ...faults.map(([name, field]) => `${name}=${script[field]}`)].join(',');
}

function faultField(name: string): Fault {
  const field = FIELD_OF_NAME.get(name);
  if (!field) throw invalidFaults(`the faults are ${[...FIELD_OF_NAME.keys()].join(', ')}`);
  return field;
}

function seed(value: string): number {
  const number = Number(value);
  if (value === '' || !Number.isSafeInteger(number)) throw invalidFaults('seed takes a whole number');
  return number;
}

function chance(name: string, value: string): number {
  const number = Number(value);
  if (value === '' || !(number >= 0 && number <= 1)) throw invalidFaults(`${name} takes a number from 0 to 1`);
  return number;
}
