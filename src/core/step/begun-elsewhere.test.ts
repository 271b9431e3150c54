import { expect, test } from 'vitest';
import { alice, bruno } from '../../../test/harness/view-pages.ts';
import { viewOf } from '../../../test/harness/view-world.ts';

test.each([
  ['is begun on one page and goes on beside the next one', '+15550100001', true],
  ['gains a character in between', '+1955', true],
  ['is written anew beside the next one', '+49', false],
  ['is cut, so that it was looked at', '+1', false],
])('what is typed is marked if it %s', (_, now, expected) => {
  const view = viewOf();
  view.reads(alice);
  view.types('+155');
  view.glances(bruno);
  view.reads(bruno);
  view.types(now);
  expect(Object.keys(view.form()?.elsewhere ?? {})).toHaveLength(expected ? 1 : 0);
  expect(view.number()).toBe(now);
});
