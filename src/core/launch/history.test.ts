import { describe, expect, test } from 'vitest';
import {
  filterHistory,
  type HistoryFilter,
  lastFailures,
  launchesFor,
  newestFirst,
  wholeHistory,
} from './history.ts';
import { compareLaunches, isDifferent } from './history-compare.ts';
import { historyCsv, historyJson } from './history-export.ts';
import { launchesToDelete, mayBeDeleted, mostLaunches } from './history-limit.ts';
import type { Launch } from './launch.ts';

const day = 24 * 60 * 60 * 1000;

function launch(number: number, more: Partial<Launch> = {}): Launch {
  return {
    version: 2,
    id: `b1d4f3a2-0000-4000-8000-${String(number).padStart(12, '0')}`,
    state: 'completed',
    connection: { name: 'Sandbox', key: 'key' },
    flow: { id: 'f1', name: 'Request callback' },
    inputs: { 'Flow.customerNumber': `+1555000${number}` },
    times: { created: number * day, ended: number * day + 1_000 },
    ...more,
  };
}

test('the last failures are those that went wrong, the newest first, and no more than asked for', () => {
  const states = ['failed', 'completed', 'error', 'running', 'refused', 'unknown'] as const;
  const launches = states.map((state, place) => launch(place, { state }));
  expect(lastFailures(launches, 3).map(({ state }) => state)).toEqual([
    'unknown',
    'refused',
    'error',
  ]);
});

test('a person sees no launches of another person, and sees those without a known person', () => {
  const by = (userId: string) => ({ by: { person: { userId, orgId: 'org' } } });
  const elsewhere = { connection: { name: 'Other', key: 'other' } };
  const launches = [
    launch(1, by('ada')),
    launch(2, by('grace')),
    launch(3),
    launch(4, { ...by('grace'), ...elsewhere }),
  ];
  const signedIn = new Set(['key', 'other']);
  const seen = (last: [string, string][]) =>
    launchesFor({ lastPersons: new Map(last), signedIn }, launches).map(
      ({ times }) => times.created / day,
    );
  expect(seen([['key', 'org ada']])).toEqual([1, 3, 4]);
  expect(
    seen([
      ['key', 'org grace'],
      ['other', 'org ada'],
    ]),
  ).toEqual([2, 3]);
  expect(seen([])).toEqual([1, 2, 3, 4]);
});

test('while no person is signed in, launches show nothing of the customer', () => {
  const elsewhere = launch(2, { connection: { name: 'Other', key: 'other' } });
  const [here, there] = launchesFor({ lastPersons: new Map(), signedIn: new Set(['other']) }, [
    launch(1, { customer: { name: 'Alice Martin' } }),
    elsewhere,
  ]);
  expect(JSON.stringify(here)).not.toMatch(/15550001|Alice/);
  expect(here?.flow.name).toBe('Request callback');
  expect(there).toEqual(elsewhere);
});

describe('the list', () => {
  const launches = newestFirst([
    launch(1),
    launch(3, { flow: { id: 'f2', name: 'Rückruf' }, state: 'refused' }),
    launch(2, {
      execution: { id: 'run-77' },
      conversationId: 'conversation 2',
      customer: { name: 'Alice Martin' },
    }),
  ]);

  test('has the newest first', () => {
    expect(launches.map(({ times }) => times.created / day)).toEqual([3, 2, 1]);
  });

  test.each([
    ['a flow', { flowId: 'f2' }, [3]],
    ['a state', { state: 'completed' }, [2, 1]],
    ['a time', { age: 2 * day }, [3, 2]],
    ['a word of the flow’s name, without its accents', { text: 'ruckruf' }, [3]],
    ['the customer', { text: 'alice' }, [2]],
    ['an input', { text: '5550001' }, [1]],
    ['the execution’s id', { text: 'RUN-77' }, [2]],
    ['all of several words', { text: 'callback 5550001' }, [1]],
    ['the conversation', { isOfConversation: true }, [2]],
    ['the conversation’s id, as text', { text: 'Conversation 2' }, [2]],
    ['nothing', { text: 'no such thing' }, []],
  ] as const)('is narrowed down by %s', (_, filter, expected) => {
    expect(daysFound(filter, 'conversation 2')).toEqual(expected);
  });

  test('is narrowed down by the conversation that the form is about now, if there is one', () => {
    expect(daysFound({ isOfConversation: true }, 'conversation 3')).toEqual([]);
    expect(daysFound({ isOfConversation: true }, undefined)).toEqual([3, 2, 1]);
  });

  function daysFound(filter: Partial<HistoryFilter>, conversationId: string | undefined): number[] {
    const present = { now: 4 * day, conversationId };
    const found = filterHistory(launches, { ...wholeHistory, ...filter }, present);
    return found.map(({ times }) => times.created / day);
  }
});

describe('what is kept', () => {
  const history = { days: 30, keepInputs: true, deleteOnSignOut: false };

  test('goes after so many days', () => {
    const now = 100 * day;
    const kept = [launch(71), launch(69)];
    expect(launchesToDelete(kept, history, now)).toEqual([launch(69).id]);
  });

  test('is no more than two thousand launches, the oldest go', () => {
    const many = Array.from({ length: mostLaunches + 5 }, (_, number) =>
      launch(number, { times: { created: number } }),
    );
    const deleted = launchesToDelete(many, history, 10_000);
    expect(deleted.toSorted()).toEqual(many.slice(0, 5).map(({ id }) => id));
  });

  test('is no more than fits into the browser’s storage', () => {
    const output = { text: 'x'.repeat(500_000) };
    const big = Array.from({ length: 14 }, (_, number) =>
      launch(number, { times: { created: number }, execution: { id: 'e', outputData: output } }),
    );
    expect(launchesToDelete(big, history, 100)).toHaveLength(3);
  });

  test.each([
    ['sending', { state: 'sending' }, false],
    ['running', { state: 'running' }, false],
    [
      'not followed any more',
      { state: 'running', notFollowed: { code: 'timeout', params: {} } },
      true,
    ],
    ['unknown, still looked for', { state: 'unknown' }, false],
    ['unknown since today', { state: 'unknown', lookUp: { tries: 7, over: true } }, false],
    ['completed', { state: 'completed' }, true],
    ['refused', { state: 'refused' }, true],
  ] as const)('a launch that is %s may be deleted by itself: %s', (_, more, expected) => {
    expect(mayBeDeleted(launch(0, more), 1)).toBe(expected);
  });
});

describe('two launches compared', () => {
  test('show what differs first', () => {
    const left = launch(1, { inputs: { a: 1, same: 'x', b: [1] } });
    const right = launch(2, { inputs: { same: 'x', a: 2 } });
    const { inputs } = compareLaunches(left, right);
    expect(inputs).toEqual([
      { name: 'a', left: '1', right: '2' },
      { name: 'b', left: '[1]', right: undefined },
      { name: 'same', left: 'x', right: 'x' },
    ]);
    expect(inputs.map(isDifferent)).toEqual([true, true, false]);
  });
});

describe('the export', () => {
  test.each([
    '=1+1',
    '+1 555',
    '-2',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '  =HYPERLINK("https://evil.test")',
    '＝1',
    '\u200b=1',
  ])('makes no formula of a flow called %j', (name) => {
    const csv = historyCsv([launch(1, { flow: { id: 'f', name } })]);
    expect(csv).toContain(`"'${name.replaceAll('"', '""')}"`);
  });

  test('keeps quotes, commas and lines inside their cell', () => {
    const csv = historyCsv([launch(1, { flow: { id: 'f', name: 'a "b", c\nd' } })]);
    expect(csv).toContain('"a ""b"", c\nd"');
    expect(csv.startsWith('\uFEFF"launched","ended","state"')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
  });

  test('as JSON gives back every launch', () => {
    expect(JSON.parse(historyJson([launch(1)])).launches).toEqual([launch(1)]);
  });
});
