import { describe, expect, test } from 'vitest';
import type { FlowChoice } from '../flow/search.ts';
import { readAddressBar } from './address-bar.ts';

const flow = (name: string, more: Partial<FlowChoice> = {}): FlowChoice => ({
  id: name,
  name,
  type: 'WORKFLOW',
  pinned: false,
  ...more,
});

const flows = [
  flow('Request callback'),
  flow('Survey 20260'),
  flow('Cancel order', { pinned: true }),
  flow('Request refund', { cannotLaunch: 'unpublished' }),
];

test.each([
  ['request callback +1 555 019 9888', 'Request callback', '+1 555 019 9888'],
  ['callback (040) 555-0199', 'Request callback', '(040) 555-0199'],
  ['request callback', 'Request callback', undefined],
  ['survey 20260', 'Survey 20260', undefined],
  ['survey 20260 5550199', 'Survey 20260', '5550199'],
  ['callback 42', undefined, undefined],
  ['+15550199888', 'Cancel order', '+15550199888'],
  ['', 'Cancel order', undefined],
  ['request refund', undefined, undefined],
])('“%s” is the flow %s with the number %s', (typed, name, number) => {
  const [first] = readAddressBar(typed, flows, 5);
  expect(first && [first.flow.name, first.number]).toEqual(name && [name, number]);
});

describe('a line that was chosen comes back as its text', () => {
  const alike = [
    flow('Callback'),
    flow('Request callback', { pinned: true }),
    flow('Callback for Ümit'),
    flow('Refund', { description: 'Ask 5550199 before' }),
  ];

  test.each([
    ['Callback', 'Callback', undefined],
    ['Callback +1 555 019 9888', 'Callback', '+1 555 019 9888'],
    ['callback', 'Callback', undefined],
    ['Callback for U\u0308mit', 'Callback for Ümit', undefined],
    ['Refund 5550199', 'Refund', '5550199'],
  ])('“%s” is %s with the number %s, whatever is pinned', (typed, name, number) => {
    const [first] = readAddressBar(typed, alike, 5);
    expect([first?.flow.name, first?.number]).toEqual([name, number]);
  });

  test('and the others follow, each once', () => {
    const names = readAddressBar('callback', alike, 5).map((each) => each.flow.name);
    expect(names).toEqual(['Callback', 'Request callback', 'Callback for Ümit']);
  });
});

test('gives no more choices than are asked for', () => {
  expect(readAddressBar('', flows, 2)).toHaveLength(2);
});
