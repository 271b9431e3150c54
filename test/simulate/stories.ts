import fc from 'fast-check';
import type { Act } from './act.ts';

// Some acts that belong together, because chance alone hardly does all of them one after the other.

/** The last of them has the number of the first one. */
export const customer = fc.nat({ max: 4 });
export const view = fc.constantFrom<0 | 1>(0, 1);

const time = fc.nat({ max: 1_500 });
const anyway = fc.boolean();
const turn: Act = { act: 'turn' };

/** A customer calls, and the person says whom the form is about, and launches. */
const call: fc.Arbitrary<Act[]> = fc
  .record({
    ...{ customer, view, anyway, time },
    take: fc.constantFrom('page', 'conversation', 'both'),
  })
  .map(({ customer, view, take, time, anyway }) => [
    { act: 'talk', customer },
    { act: 'open', view },
    { act: 'wait', time },
    { act: 'customer', view, take },
    { act: 'press', view, anyway },
  ]);

/** The person chooses one of a list of customers, and launches. */
const fromList: fc.Arbitrary<Act[]> = fc
  .record({ customer, view, anyway, time })
  .map(({ customer, view, time, anyway }) => [
    { act: 'list' },
    { act: 'open', view },
    { act: 'wait', time },
    { act: 'pick', view, customer },
    { act: 'press', view, anyway },
  ]);

/** What is launched in one tab waits, while the person goes on in the other one, and comes back. */
const acrossTabs: fc.Arbitrary<Act[]> = fc
  .record({
    ...{ customer, view, anyway, time },
    before: fc.constantFrom<Act>({ act: 'limit' }, { act: 'expire' }, { act: 'type', view: 1 }),
    away: fc.constantFrom<Act[]>(
      [turn],
      [turn, { act: 'sleep-behind' }],
      [{ act: 'redraw', customer: 1 }, turn],
    ),
    back: fc.constantFrom<Act>(turn, { act: 'close-tab' }),
  })
  .map(({ customer, view, anyway, time, before, away, back }) => [
    { act: 'open', view },
    { act: 'wait', time },
    before,
    { act: 'press', view, anyway },
    { act: 'wait', time: 300 },
    ...away,
    { act: 'open', view },
    { act: 'wait', time },
    { act: 'press', view, anyway },
    { act: 'go', customer },
    back,
    { act: 'person', isAda: true },
    { act: 'press', view, anyway },
  ]);

/** The popup closes before what was typed is accepted, and another one opens. */
const anotherPopup: fc.Arbitrary<Act[]> = fc
  .constantFrom<Act[]>([{ act: 'menu', selects: false }], [turn, { act: 'sleep-behind' }, turn])
  .map((then) => [
    { act: 'open', view: 0 },
    { act: 'type', view: 0 },
    { act: 'press', view: 0, anyway: false },
    ...then,
    { act: 'open', view: 0 },
  ]);

/** A click launches at once, and the popup is opened anew before that click is old. */
const soonAgain: fc.Arbitrary<Act[]> = fc
  .record({ customer, selects: fc.boolean() })
  .map(({ customer, selects }) => [
    { act: 'go', customer },
    { act: 'menu', selects },
    { act: 'wait', time: 3_000 },
    // Closes the result, which would stand in place of a countdown.
    { act: 'press', view: 0, anyway: false },
    { act: 'close', view: 0 },
    { act: 'open', view: 0 },
    { act: 'wait', time: 3_000 },
  ]);

export const stories: readonly fc.Arbitrary<Act[]>[] = [
  call,
  fromList,
  acrossTabs,
  anotherPopup,
  soonAgain,
];
