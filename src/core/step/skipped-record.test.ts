import { expect, test } from 'vitest';
import { alice, bruno } from '../../../test/harness/view-pages.ts';
import { viewOf } from '../../../test/harness/view-world.ts';

// What a page draws that was at two other addresses since it was last seen may be the record in between.
test.each([
  ['the next address', 1, bruno.number],
  ['the address after the next', 2, undefined],
])('a record that is drawn at %s fills the form at once: %i', (_, moves, expected) => {
  const view = viewOf();
  const there = { ...alice, address: 'https://crm.example/contacts/3' };
  view.reads(alice);
  view.glances(there, 1, moves);
  view.reads({ ...there, title: bruno.title, number: bruno.number }, {}, 1);
  expect(view.number()).toBe(expected);
  view.wait(2_000);
  view.glances(there, 1, moves);
  view.reads({ ...there, title: bruno.title, number: bruno.number }, {}, 1);
  expect(view.number()).toBe(bruno.number);
});
