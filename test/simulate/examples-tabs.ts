import type { Act, Trial } from './act.ts';
import { faxGone } from './examples.ts';

// Trials written by hand, with two tabs: what only the second one shows. Both begin with a page of the same customer.

const inPanel: Trial = { ...faxGone, latencies: [5] };

const wait = (time: number): Act => ({ act: 'wait', time });

const openPanel: readonly Act[] = [{ act: 'open', view: 1 }, wait(1_000)];

const turn: Act = { act: 'turn' };
const press: Act = { act: 'press', view: 1, anyway: false };

/** `Launch` is pressed just as the side panel turns to the other tab, and the person turns back to see what became of it. */
export const pressedAsItTurned: Trial = {
  ...inPanel,
  acts: [...openPanel, turn, press, wait(500), turn],
};

/** A press soon after turning is shown for two seconds first. The person turns back meanwhile. */
export const turnedWhileCounting: Trial = {
  ...inPanel,
  acts: [...openPanel, turn, wait(250), press, wait(500), turn],
};

/** The tab is closed before the worker has begun what was pressed. */
export const closedBeforeBegun: Trial = {
  ...inPanel,
  acts: [...openPanel, press, { act: 'close-tab' }],
};

/** The launch waits for a limit, its page becomes another customer's, and the other tab comes to the front. */
export const redrawnBehind: Trial = {
  ...inPanel,
  acts: [...openPanel, { act: 'limit' }, press, wait(300), { act: 'redraw', customer: 1 }, turn],
};

/** Launched in one tab and then in the other, for two customers who have one number. */
export const oneNumberInBoth: Trial = {
  ...inPanel,
  acts: [...openPanel, press, turn, { act: 'go', customer: 4 }, wait(1_000), press, wait(500)],
};

/** The token is used up: what is launched in both tabs waits until the person has signed in. */
export const signedInForBoth: Trial = {
  ...inPanel,
  acts: [
    ...openPanel,
    { act: 'expire' },
    press,
    turn,
    wait(1_000),
    press,
    wait(500),
    { act: 'person', isAda: true },
  ],
};

/** The popup closes before what was typed is accepted, and the browser puts its tab to sleep. */
export const asleepTooSoon: Trial = {
  ...inPanel,
  acts: [
    { act: 'open', view: 0 },
    wait(500),
    { act: 'type', view: 0 },
    { act: 'press', view: 0, anyway: false },
    turn,
    { act: 'sleep-behind' },
    turn,
    { act: 'open', view: 0 },
  ],
};

/** As `asleepTooSoon`, but the person comes back by a click in the menu. */
export const clickedTooSoon: Trial = {
  ...asleepTooSoon,
  acts: [
    ...asleepTooSoon.acts.slice(0, 4),
    { act: 'close', view: 0 },
    wait(500),
    { act: 'menu', selects: false },
    wait(500),
  ],
};

/** Clicked in the menu of a busy page, in one tab; the popup of the other has launched nothing by it. */
export const turnedBeforeThePopup: Trial = {
  ...inPanel,
  launchAtOnce: true,
  latencies: [900],
  acts: [
    { act: 'menu', selects: true },
    turn,
    { act: 'open', view: 0 },
    wait(2_000),
    turn,
    { act: 'open', view: 0 },
  ],
};
