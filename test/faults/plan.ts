import type { ArmedAnswer } from '../sandbox/armed.ts';
import { type Chance, chanceFrom } from './chance.ts';

/** What the server, or the network before it, does to the POST of a launch. */
const serverFaults = {
  none: () => [],
  'connection dropped before processing': () => [{ drop: 'before' }],
  'connection dropped after processing': (chance) => [
    { drop: 'after', delayMs: chance.below(300) },
  ],
  'answer delayed past the limit': () => [{ delayMs: pastTheLimit, process: true }],
  'answer late': (chance) => [{ delayMs: chance.below(900) }],
  '401 in mid-flight': () => [{ status: 401 }],
  '401 twice': () => [{ status: 401, times: 2 }],
  '429 with a short wait': (chance) => [
    { status: 429, headers: { 'retry-after': String(1 + chance.below(2)) } },
  ],
  '429 with a long wait': () => [{ status: 429, headers: { 'retry-after': '3600' } }],
  '429, then dropped after processing': () => [
    { status: 429, headers: { 'retry-after': '1' } },
    { drop: 'after' },
  ],
  '5xx though processed': (chance) => [
    { status: chance.of([500, 502, 503, 504]), process: true, delayMs: chance.below(300) },
  ],
  '5xx and not processed': (chance) => [{ status: chance.of([500, 502, 503, 504]) }],
  '408 though processed': () => [{ status: 408, process: true }],
  'length required': () => [{ status: 411 }],
  'an empty 400': () => [{ status: 400, body: '' }],
} satisfies Record<string, (chance: Chance) => Omit<ArmedAnswer, 'match'>[]>;

/** Longer than the limit that the worker is given in a run, in milliseconds. */
const pastTheLimit = 2_500;
export const workerLimit = 1_200;

const clientFaults = [
  'none',
  'worker stopped',
  'popup closed',
  'browser killed',
  'extension reloaded',
  'two windows',
  'double click',
  'clock moved',
  'storage write refused',
] as const;

export type ClientFault = (typeof clientFaults)[number];

/** When a fault strikes: so many milliseconds after the click, or after the POST arrived. */
export interface Moment {
  after: 'click' | 'arrival';
  milliseconds: number;
}

/** One trial, drawn from the seed: the same every time. */
export interface Plan {
  number: number;
  server: keyof typeof serverFaults;
  armed: Omit<ArmedAnswer, 'match'>[];
  client: ClientFault;
  moment: Moment;
  /** How often storage refuses to write, where it does. */
  refusals: number;
  /** How far the clock is moved, in milliseconds, where it is. */
  clock: number;
  flow: 'requestCallback' | 'customerLookup';
  /** A value that only this trial has. */
  subject: string;
}

const serverNames = Object.keys(serverFaults) as Plan['server'][];

/** Draws a trial. Every trial has a fault; most have one on either side. */
export function planOf(seed: number, number: number): Plan {
  const chance = chanceFrom(seed * 100_003 + number);
  const server = chance.of(serverNames);
  const client = chance.of(clientFaults);
  const clients = server === 'none' && client === 'none' ? 'worker stopped' : client;
  const hours = 3_600_000;
  return {
    number,
    server,
    armed: serverFaults[server](chance),
    client: clients,
    moment: momentFrom(chance),
    refusals: 1 + chance.below(8),
    // Not beyond the life of the session: then a person would have to sign in.
    clock: chance.of([-48, -1, -0.02, 0.02, 1, 12]) * hours,
    flow: chance.of(['requestCallback', 'customerLookup']),
    subject: `+1555${String(seed % 1000).padStart(3, '0')}${String(number).padStart(4, '0')}`,
  };
}

/** Most of what matters happens in the first moments: half of the faults strike within 60 ms. */
function momentFrom(chance: Chance): Moment {
  const after = chance.of(['click', 'arrival'] as const);
  const milliseconds = chance.percent(50) ? chance.below(60) : chance.below(1_200);
  return { after, milliseconds };
}
