import { describe, expect, test } from 'vitest';
import { failed } from '../base/failure.ts';
import { afterEvent, isRefusal, type LaunchEvent, newLaunch } from './event.ts';
import { type Launch, launchStates } from './launch.ts';

const answer = (status: number) => ({ status, headers: {}, body: '', cut: false });
const { failure } = failed('timeout');

const created = newLaunch(
  {
    id: 'b1d4f3a2-0000-4000-8000-000000000001',
    connection: { name: 'Sandbox', key: 'key' },
    flow: { id: 'flow', name: 'Request callback' },
  },
  1_000,
);

const events = {
  sent: { type: 'sent', sentAs: 'stream', at: 2_000 },
  'not taken: 401': { type: 'not-taken', answer: answer(401), at: 2_000 },
  'not taken: never left': { type: 'not-taken', at: 2_000 },
  'not taken: wait': {
    type: 'not-taken',
    answer: answer(429),
    wait: { until: 5_000, failure },
    at: 2_000,
  },
  accepted: { type: 'accepted', answer: answer(200), executionId: 'run', at: 3_000 },
  'refused by an answer': { type: 'refused', failure, answer: answer(400), at: 3_000 },
  'refused before it was sent': { type: 'refused', failure, at: 3_000 },
  'answer lost': { type: 'answer-lost', failure, at: 3_000 },
  'found, with its execution': {
    type: 'found',
    instances: [{ id: 'run' }],
    executionId: 'run',
    at: 4_000,
  },
  'found, without': { type: 'found', instances: [{ id: 'i1' }, { id: 'i2' }], at: 4_000 },
  'not found': { type: 'not-found', lookUp: { tries: 1, failure, over: true }, at: 4_000 },
  'looked for again': { type: 'looked-for-again', at: 4_000 },
  'seen running': { type: 'seen', execution: { id: 'run', status: 'RUNNING' }, at: 5_000 },
  'seen completed': { type: 'seen', execution: { id: 'run', status: 'COMPLETED' }, at: 5_000 },
  'seen failed': { type: 'seen', execution: { id: 'run', status: 'FAILED' }, at: 5_000 },
  'seen in error': { type: 'seen', execution: { id: 'run', status: 'ERROR' }, at: 5_000 },
  'seen terminated': { type: 'seen', execution: { id: 'run', status: 'TERMINATED' }, at: 5_000 },
  'seen in a new way': { type: 'seen', execution: { id: 'run', status: 'PAUSED' }, at: 5_000 },
  'not followed': { type: 'not-followed', failure, at: 5_000 },
  'followed again': { type: 'followed-again', at: 6_000 },
} as const satisfies Record<string, LaunchEvent>;

type EventName = keyof typeof events;

function after(...names: EventName[]): Launch {
  return names.reduce((launch, name) => afterEvent(launch, events[name]), created);
}

const histories = {
  new: [],
  'in flight': ['sent'],
  waiting: ['sent', 'not taken: wait'],
  launched: ['sent', 'accepted'],
  'launched, its execution unknown': ['sent', 'answer lost', 'found, without'],
  running: ['sent', 'accepted', 'seen running'],
  'not followed': ['sent', 'accepted', 'not followed'],
  completed: ['sent', 'accepted', 'seen completed'],
  failed: ['sent', 'accepted', 'seen failed'],
  error: ['sent', 'accepted', 'seen in error'],
  terminated: ['sent', 'accepted', 'seen terminated'],
  refused: ['sent', 'refused by an answer'],
  unknown: ['sent', 'answer lost'],
} as const satisfies Record<string, readonly EventName[]>;

type History = keyof typeof histories;

/** Every event that changes a launch, and the state that it leads to. All others change nothing. */
const transitions: Record<History, Partial<Record<EventName, Launch['state']>>> = {
  new: {
    sent: 'sending',
    'refused before it was sent': 'refused',
    'refused by an answer': 'refused',
  },
  'in flight': {
    'not taken: 401': 'sending',
    'not taken: never left': 'sending',
    'not taken: wait': 'sending',
    accepted: 'launched',
    'refused by an answer': 'refused',
    'answer lost': 'unknown',
  },
  waiting: {
    sent: 'sending',
    'refused before it was sent': 'refused',
    'refused by an answer': 'refused',
  },
  launched: {
    'seen running': 'running',
    'seen completed': 'completed',
    'seen failed': 'failed',
    'seen in error': 'error',
    'seen terminated': 'terminated',
    'seen in a new way': 'launched',
    'not followed': 'launched',
    'followed again': 'launched',
  },
  'launched, its execution unknown': { 'not followed': 'launched' },
  running: {
    'seen running': 'running',
    'seen completed': 'completed',
    'seen failed': 'failed',
    'seen in error': 'error',
    'seen terminated': 'terminated',
    'seen in a new way': 'running',
    'not followed': 'running',
    'followed again': 'running',
  },
  'not followed': {
    'seen running': 'running',
    'seen completed': 'completed',
    'seen failed': 'failed',
    'seen in error': 'error',
    'seen terminated': 'terminated',
    'seen in a new way': 'launched',
    'not followed': 'launched',
    'followed again': 'launched',
  },
  completed: {},
  failed: {},
  error: {},
  terminated: {},
  refused: {},
  unknown: {
    'found, with its execution': 'launched',
    'found, without': 'launched',
    'not found': 'unknown',
    'looked for again': 'unknown',
  },
};

const table = Object.keys(histories).flatMap((history) =>
  Object.keys(events).map((event) => [history, event] as [History, EventName]),
);

describe('every event in every state', () => {
  test.each(table)('%s, then %s', (history, event) => {
    const before = after(...histories[history]);
    const next = afterEvent(before, events[event]);
    const state = transitions[history][event];
    if (state === undefined) expect(next).toBe(before);
    else {
      expect(next).not.toBe(before);
      expect(next.state).toBe(state);
    }
  });

  test('every state of a launch is in the table', () => {
    const reached = Object.values(histories).map((names) => after(...names).state);
    expect(new Set(reached)).toEqual(new Set(launchStates));
  });
});

describe('what is written down', () => {
  test('a wait ends when it is sent again, and is counted', () => {
    expect(after('sent', 'not taken: wait')).toMatchObject({ waits: 1, waiting: { until: 5_000 } });
    expect(after('sent', 'not taken: wait', 'sent').waiting).toBeUndefined();
  });

  test('two instances of the same name are both kept', () => {
    expect(after('sent', 'answer lost', 'found, without').instances).toHaveLength(2);
  });

  test.each([200, 408, 503])('an answer %i proves no refusal', (status) => {
    const sent = after('sent');
    for (const type of ['refused', 'not-taken'] as const) {
      expect(afterEvent(sent, { type, failure, answer: answer(status), at: 3_000 })).toBe(sent);
    }
  });

  test('another execution than ours tells nothing', () => {
    const launched = after('sent', 'accepted');
    const seen = { ...events['seen completed'], execution: { id: 'other', status: 'COMPLETED' } };
    expect(afterEvent(launched, seen)).toBe(launched);
  });

  test.each([
    [400, true],
    [401, true],
    [404, true],
    [408, false],
    [409, true],
    [411, true],
    [429, true],
    [200, false],
    [302, false],
    [500, false],
    [503, false],
  ])('status %i is a refusal: %s', (status, expected) => {
    expect(isRefusal(status)).toBe(expected);
  });
});
