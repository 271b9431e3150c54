import { describe, expect, test } from 'vitest';
import { atFirst, created, now, outcomes, session } from '../../../test/harness/launch-outcomes.ts';
import { done, failed } from '../base/failure.ts';
import { afterEvent } from './event.ts';
import { afterRecording, afterReply, afterWait, type Facts } from './facts.ts';
import { type Launch, launchSchema, type Transport } from './launch.ts';
import { nextStep } from './plan.ts';

/** Which replies prove that the POST was not processed, by 012. */
const proofs = [
  'refused by the API',
  'an empty 400',
  'the token refused',
  'forbidden',
  'a length wanted',
  'too many, wait',
  'too many, wait long',
  'too many',
  'not-reached',
  'offline',
];

/** A launch, whoever sends it, and what really became of its POSTs. */
interface World {
  record: Launch;
  facts: Facts;
  /** How often the server processed it. */
  processed: number;
  /** Some POST may have been processed, as far as can be known from here. */
  isMaybe: boolean;
  isCancelled: boolean;
}

const waitOver = 'the wait is over';

/** Every outcome that the next step may have, and the world after it. */
function nextWorlds(world: World): [string, World][] {
  const { record, facts } = world;
  const step = nextStep(record, facts);
  const anyTime: [string, World][] = [
    ['the worker dies', { ...world, facts: afterDeath(facts, 0) }],
    ['the worker dies for long', { ...world, facts: afterDeath(facts, 600_000) }],
  ];
  const cancelled = afterEvent(record, {
    type: 'refused',
    failure: { code: 'cancelled', params: {} },
    at: now,
  });
  if (cancelled !== record) {
    anyTime.push(['cancelled', { ...world, record: cancelled, isCancelled: true }]);
  }
  switch (step.do) {
    case 'stop':
      return record.state === 'sending' ? anyTime : [];
    case 'wait':
      return [...anyTime, [waitOver, { ...world, facts: afterWait(facts, record) }]];
    case 'find-session':
      return [
        ...anyTime,
        ['a token', { ...world, facts: { ...facts, session: done(session) } }],
        ['no token', { ...world, facts: { ...facts, session: failed('signed-out') } }],
      ];
    case 'look':
      return anyTime;
    case 'probe':
      return [
        ...anyTime,
        ['the server is there', { ...world, facts: { ...facts, isThere: true } }],
        ['the server is not there', { ...world, facts: { ...facts, isThere: false } }],
      ];
    case 'record': {
      const changed = afterEvent(record, step.event);
      expect(changed, `${step.event.type} is true of the record`).not.toBe(record);
      const written = { ...world, record: changed };
      return [
        ...anyTime,
        ['written', { ...written, facts: afterRecording(facts, step.event) }],
        [
          'storage refuses',
          { ...world, facts: { ...facts, writesRefused: facts.writesRefused + 1 } },
        ],
        ['written, and the worker dies', { ...written, facts: afterDeath(facts, 0) }],
      ];
    }
    case 'send':
      return [...anyTime, ...afterSending(world, step.as)];
  }
}

function afterSending(world: World, as: Transport): [string, World][] {
  const { record, facts } = world;
  expect(record, 'what leaves is written down').toMatchObject({ inFlight: true, sentAs: as });
  expect(world.processed, 'nothing was processed before').toBe(0);
  expect(world.isMaybe, 'nothing may have been processed before').toBe(false);
  expect(world.isCancelled).toBe(false);
  if (as === 'body') expect(bodyIsProven(facts), 'an ordinary body has its reason').toBe(true);
  return Object.entries(outcomes)
    .filter(([name]) => as === 'stream' || name !== 'not-reached')
    .flatMap(([name, { reply, processed }]) =>
      processed.flatMap((isProcessed): [string, World][] => {
        const sent = {
          ...world,
          processed: world.processed + Number(isProcessed),
          isMaybe: !proofs.includes(name),
        };
        const how = isProcessed ? `${name}, processed` : name;
        return [
          [how, { ...sent, facts: afterReply(facts, reply) }],
          [`${how}, and the worker dies`, { ...sent, facts: afterDeath(facts, 0) }],
        ];
      }),
    );
}

function bodyIsProven({ takes, attempts }: Facts): boolean {
  const replies = attempts.flatMap(({ as, reply }) => (as === 'stream' && reply ? [reply] : []));
  const unreached = replies.filter((it) => 'noAnswer' in it && it.noAnswer === 'not-reached');
  const isLengthWanted = replies.some((it) => 'answer' in it && it.answer.status === 411);
  return takes === 'body' || isLengthWanted || unreached.length === 2;
}

function afterDeath(facts: Facts, late: number): Facts {
  const { takes } = facts;
  return { now: now + late, isOurs: false, takes, attempts: [], writesRefused: 0 };
}

function expectTrue({ record, facts, processed, isMaybe, isCancelled }: World): void {
  const { state } = record;
  expect(processed, 'processed at most once').toBeLessThanOrEqual(1);
  if (state === 'refused') expect(processed, 'refused is refused').toBe(0);
  if (state === 'launched') expect(processed, 'launched is launched').toBe(1);
  if (state === 'unknown') expect(isMaybe || !facts.isOurs || processed === 1).toBe(true);
  if (isCancelled) expect(state).toBe('refused');
  // Whoever comes next reads what it may do: only a launch that is not out may be sent.
  if (isMaybe && state === 'sending') expect(record.inFlight).toBe(true);
  expect(record.waits ?? 0).toBeLessThanOrEqual(3);
  expect(facts.attempts.length).toBeLessThanOrEqual(8);
  expect(launchSchema.safeParse(record).success).toBe(true);
}

const death = /dies/;

/**
 * Walks every sequence of up to ten outcomes; the same world is looked at once, however it was come
 * to. Gives back how many there are, and how many sequences. (Of whatever length, a server that is
 * new has 177,813 worlds, in all of which the same holds; that takes 40 s.)
 */
function walk(first: World): { worlds: number; sequences: bigint } {
  const edges = new Map<string, readonly [string, string][]>();
  let level = new Map([[JSON.stringify(first), { world: first, ways: 1n }]]);
  let sequences = 0n;
  for (let depth = 0; depth < 10; depth += 1) {
    const deeper: typeof level = new Map();
    for (const [key, { world, ways }] of level) {
      const next = nextWorlds(world).map(([name, after]) => {
        const afterKey = JSON.stringify(after);
        const known = deeper.get(afterKey)?.ways ?? 0n;
        deeper.set(afterKey, { world: after, ways: known + ways });
        return [name, afterKey] as [string, string];
      });
      edges.set(key, next);
    }
    for (const [key, { world, ways }] of deeper) {
      if (!edges.has(key)) expectTrue(world);
      sequences += ways;
    }
    level = deeper;
  }
  expectEnds(edges);
  return { worlds: edges.size, sequences };
}

/** Without another death of the worker no sequence comes back to where it was: each has an end. */
function expectEnds(edges: ReadonlyMap<string, readonly [string, string][]>): void {
  const done = new Set<string>();
  const way = new Set<string>();
  const visit = (key: string): void => {
    expect(way.has(key), 'goes round in a circle').toBe(false);
    if (done.has(key)) return;
    way.add(key);
    for (const [name, after] of edges.get(key) ?? []) if (!death.test(name)) visit(after);
    way.delete(key);
    done.add(key);
  };
  for (const key of edges.keys()) visit(key);
}

const begun = { processed: 0, isMaybe: false, isCancelled: false };
const withoutToken = (({ session: _, ...rest }) => rest)(atFirst);
const beginnings: [string, Launch, Facts][] = [
  ['a server that is new', created, atFirst],
  ['a server that takes streams', created, { ...atFirst, takes: 'stream' }],
  ['a server that wants a body', created, { ...atFirst, takes: 'body' }],
  ['no token yet', created, withoutToken],
];

describe('every sequence of outcomes, worker deaths included,', () => {
  test.each(beginnings)('keeps what 012 promises: %s', (_, record, facts) => {
    const { worlds, sequences } = walk({ ...begun, record, facts });
    expect(worlds).toBeGreaterThan(500);
    expect(sequences).toBeGreaterThan(50_000n);
  });
});
