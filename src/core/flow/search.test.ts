import { describe, expect, test } from 'vitest';
import { type FlowChoice, flowSearch } from './search.ts';

function flow(name: string, more: Partial<FlowChoice> = {}): FlowChoice {
  return { id: `id of ${name}`, name, type: 'WORKFLOW', pinned: false, ...more };
}

function found(flows: readonly FlowChoice[], query: string, limit = 100): string[] {
  return flowSearch(flows)(query, limit).hits.map((hit) => hit.flow.name);
}

test('without a query: pinned, then recent with the latest first, then by name, then the rest', () => {
  const flows = [
    flow('Flow 10'),
    flow('Flow 9'),
    flow('Old', { recent: 1 }),
    flow('New', { recent: 2 }),
    flow('A draft', { cannotLaunch: 'unpublished' }),
    flow('Zebra', { pinned: true }),
  ];
  expect(found(flows, ' ')).toEqual(['Zebra', 'New', 'Old', 'Flow 9', 'Flow 10', 'A draft']);
});

test('the better a name matches, the earlier it comes', () => {
  const flows = [
    flow('Something else', { description: 'sends a callback' }),
    flow('Mycallback'),
    flow('Request callback'),
    flow('Callback later'),
    flow('Callback'),
  ];
  expect(found(flows, 'callback')).toEqual([
    'Callback',
    'Callback later',
    'Request callback',
    'Mycallback',
    'Something else',
  ]);
});

describe('a query finds', () => {
  test.each([
    ['regardless of case', 'REQUEST', 'Request callback'],
    ['words in any order', 'callback request', 'Request callback'],
    ['part of a word', 'quest', 'Request callback'],
    ['without accents', 'ruckruf', 'Rückruf'],
    ['with accents where there are none', 'Réquest', 'Request callback'],
    ['by division', 'retail', 'Rückruf'],
    ['by id', 'id of Rück', 'Rückruf'],
    ['other scripts', '電話', '折り返し電話'],
  ])('%s: %s', (_how, query, name) => {
    const flows = [
      flow('Request callback'),
      flow('Rückruf', { division: 'Retail' }),
      flow('折り返し電話'),
    ];
    expect(found(flows, query)).toEqual([name]);
  });
});

test('what cannot be launched comes after equal matches, before worse ones', () => {
  const flows = [
    flow('Callback', { cannotLaunch: 'unpublished' }),
    flow('Callback early', { cannotLaunch: 'inactive' }),
    flow('Callback later'),
  ];
  expect(found(flows, 'callback')).toEqual(['Callback', 'Callback later', 'Callback early']);
});

test('every word must be somewhere', () => {
  expect(found([flow('Request callback')], 'request nothing')).toEqual([]);
});

describe('where a name matches', () => {
  test.each([
    ['Request callback', 'call', [[8, 12]]],
    [
      'Request callback',
      'back requ',
      [
        [0, 4],
        [12, 16],
      ],
    ],
    ['Request callback', 'quest questc', []],
    ['Anna', 'ann nna', [[0, 4]]],
    ['Straße Ürün İstek', 'urun', [[7, 11]]],
    ['Ru\u0308ckruf', 'ruf', [[4, 7]]],
  ])('%s, %s', (name, query, ranges) => {
    const { hits } = flowSearch([flow(name)])(query, 10);
    expect(hits[0]?.ranges ?? []).toEqual(ranges);
  });
});

test('the limit cuts what is drawn, not what is counted', () => {
  const flows = Array.from({ length: 50 }, (_, index) => flow(`Flow ${index}`));
  const { hits, total } = flowSearch(flows)('flow', 20);
  expect(hits).toHaveLength(20);
  expect(total).toBe(50);
});

test.each([
  ['callback later', 'calx'],
  ['a b', 'ab'],
  ['kunde 1', 'kunden 1'],
  ['Rückruf', ''],
])('typed key by key, back and anew, finds what it finds at once: %s, then %s', (first, then) => {
  const flows = ['Callback', 'Callback later', 'Later: a call', 'Ab', 'A b', 'Rückruf Kunde 1'].map(
    (name) => flow(name, { description: 'Kunden' }),
  );
  const search = flowSearch(flows);
  const keys = [first, then].flatMap((query) => [...query].map((_, at) => query.slice(0, at + 1)));
  for (const query of [...keys, ...keys.toReversed(), then]) {
    expect(search(query, 4), query).toEqual(flowSearch(flows)(query, 4));
  }
});

test('a search costs much less than making it ready, so keys stay quick in long lists', () => {
  const flows = Array.from({ length: 2_000 }, (_, index) =>
    flow(`Rückruf für Kunden ${index}`, { description: `Flow of the team ${index % 90}` }),
  );
  const search = flowSearch(flows);
  // The first has nothing in common with the second, which therefore looks at all.
  const searching = fastest(() => [search('x', 200), search('kunden 99', 200)]);
  expect(searching).toBeLessThan(fastest(() => flowSearch(flows)) / 2);
});

function fastest(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}
