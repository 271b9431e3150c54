import { expect, test } from 'vitest';
import type { Trial } from './act.ts';
import {
  chosenThenHungUp,
  chosenThenPressed,
  closedTooSoon,
  disagreeing,
  endedWhileOut,
  endedWhileWaiting,
  faxGone,
  fromList,
  householdCalls,
  pressedTwice,
  setUpMeanwhile,
  sleptBeforeBegun,
  sleptBeforeTheWait,
  sleptWhileWaiting,
} from './examples.ts';
import {
  asleepTooSoon,
  clickedTooSoon,
  closedBeforeBegun,
  oneNumberInBoth,
  pressedAsItTurned,
  redrawnBehind,
  signedInForBoth,
  turnedBeforeThePopup,
  turnedWhileCounting,
} from './examples-tabs.ts';
import { runTrial } from './trial.ts';

/** Found by seed 1: `Launch` is pressed in both views at nearly the same time, and one of them hears of it first. */
const pressedInBoth: Trial = {
  ...closedTooSoon,
  acts: [
    { act: 'open', view: 0 },
    { act: 'type', view: 0 },
    { act: 'open', view: 1 },
    { act: 'wait', time: 50 },
    { act: 'press', view: 1, anyway: false },
    { act: 'press', view: 0, anyway: false },
    { act: 'wait', time: 500 },
  ],
};

test('what was launched stays in no form, also if Launch was pressed in both views', () => {
  expect(() => runTrial(pressedInBoth)).not.toThrow();
});

/** Launched for one, and launched again beside the other of two customers who have one number, under one address. */
const againForOther: Trial = {
  ...closedTooSoon,
  acts: [
    ...closedTooSoon.acts.slice(0, 5),
    { act: 'wait', time: 500 },
    { act: 'redraw', customer: 4 },
    { act: 'wait', time: 3_000 },
    { act: 'repeat', view: 0 },
    { act: 'press', view: 0, anyway: false },
    { act: 'wait', time: 1_000 },
  ],
};

/** Found by seed 271828: two records on at once, between two glances, of which the second is drawn late. */
const twoOnAtOnce: Trial = {
  ...faxGone,
  latencies: [5],
  acts: [
    { act: 'open', view: 0 },
    { act: 'route', customer: 1, late: 0 },
    { act: 'route', customer: 2, late: 1_500 },
    { act: 'wait', time: 350 },
    { act: 'press', view: 0, anyway: false },
    { act: 'wait', time: 600 },
    { act: 'press', view: 0, anyway: false },
    { act: 'wait', time: 1_000 },
    { act: 'close', view: 0 },
  ],
};

/** Found by seed 271828: launched for the customer of a conversation, and again when another one talks. */
const againAfterCall: Trial = {
  ...chosenThenPressed,
  latencies: [5],
  acts: [
    ...chosenThenPressed.acts,
    { act: 'wait', time: 500 },
    { act: 'talk', customer: 0 },
    { act: 'press', view: 0, anyway: false },
    { act: 'again', view: 0 },
    { act: 'wait', time: 1_000 },
    { act: 'repeat', view: 0 },
    { act: 'press', view: 0, anyway: false },
    { act: 'wait', time: 1_000 },
  ],
};

test.each([
  ['what is launched again in another conversation', againAfterCall, 1],
  ['the record between two that are opened at once', twoOnAtOnce, 0],
  ['what is launched again beside another customer with the same number', againForOther, 1],
  ['a customer of a list, who is chosen for one launch', fromList, 1],
  ['a call of another one with the number of the page', householdCalls, 0],
  ['a wait whose worker ended, and whose page says something else', endedWhileWaiting, 0],
  ['a wait that the computer slept through', sleptWhileWaiting, 0],
  ['a POST whose worker ended', endedWhileOut, 1],
  ['a press that the computer slept through', sleptBeforeBegun, 0],
  ['a limit that is told after the computer slept', sleptBeforeTheWait, 0],
  ['a number that was chosen and is gone', faxGone, 0],
  ['other settings meanwhile', setUpMeanwhile, 0],
  ['a popup that closed too soon', closedTooSoon, 1],
  ['a second press just after the first has closed a result', pressedTwice, 2],
])('%s: launched as often as was meant', (_, trial, launches) => {
  expect(runTrial(trial).once ?? 0).toBe(launches);
});

test.each([
  ['a press for the form that the side panel has just left', pressedAsItTurned, 0],
  ['a countdown, while the person turns to the other tab', turnedWhileCounting, 0],
  ['a press in a tab that is closed by then', closedBeforeBegun, 0],
  ['a wait whose page becomes another customer’s behind the other tab', redrawnBehind, 0],
  ['two customers with one number, each in a tab', oneNumberInBoth, 2],
  ['a launch in each tab that waits for the same person to sign in', signedInForBoth, 2],
  ['a number typed in a tab that is put to sleep before it is accepted', asleepTooSoon, 1],
  ['a number typed before a click in the menu opens the popup again', clickedTooSoon, 1],
  ['a click in the menu of a tab that is left before the popup opens', turnedBeforeThePopup, 0],
])('%s: launched as often as was meant', (_, trial, launches) => {
  const { once = 0, tab = 0 } = runTrial(trial);
  expect([once, tab]).toEqual([launches, launches]);
});

/** Found by seed 1: the page becomes another customer's and hangs while Genesys Cloud is asked. */
const goneWhileAsked: Trial = {
  ...disagreeing,
  latencies: [5, 5, 5, 900],
  acts: [
    { act: 'open', view: 0 },
    { act: 'wait', time: 900 },
    { act: 'press', view: 0, anyway: false },
    { act: 'go', customer: 1 },
    { act: 'hang', is: true },
    { act: 'wait', time: 4_000 },
  ],
};

test('nothing is launched for a page that goes while Genesys Cloud is asked', () => {
  expect(runTrial(goneWhileAsked).once ?? 0).toBe(0);
});

/** Found by seed 2: from one record to the next and back, where the next one is drawn after the way back. */
const backAtOnce: Trial = {
  ...disagreeing,
  readsConversations: false,
  acts: [
    { act: 'open', view: 0 },
    { act: 'route', customer: 1, late: 101 },
    { act: 'press', view: 0, anyway: false },
    { act: 'wait', time: 50 },
    { act: 'route', customer: 0, late: 1_000 },
    { act: 'wait', time: 200 },
    { act: 'press', view: 0, anyway: false },
    { act: 'wait', time: 5_000 },
  ],
};

/** Found by seed 1: what is launched again was for one of the people of a list, and another one is chosen. */
const anotherOfTheList: Trial = {
  ...disagreeing,
  readsConversations: false,
  contextFirst: 'ask',
  acts: [
    { act: 'list' },
    { act: 'open', view: 0 },
    { act: 'pick', view: 0, customer: 0 },
    { act: 'press', view: 0, anyway: false },
    { act: 'type', view: 0 },
    { act: 'repeat', view: 0 },
    { act: 'pick', view: 0, customer: 1 },
    { act: 'press', view: 0, anyway: false },
  ],
};

test('what was launched for one of a list is not launched for another who is chosen then', () => {
  expect(runTrial(anotherOfTheList)).toMatchObject({ listed: 1, once: 1 });
});

/** Found by seed 3: the worker finds another record in the page, which then stops answering. */
const anotherThenHung: Trial = {
  ...disagreeing,
  readsConversations: false,
  acts: [
    { act: 'open', view: 0 },
    { act: 'wait', time: 100 },
    { act: 'press', view: 0, anyway: false },
    { act: 'redraw', customer: 1 },
    { act: 'hang', is: true },
    { act: 'press', view: 0, anyway: false },
    { act: 'wait', time: 1_100 },
    { act: 'press', view: 0, anyway: true },
  ],
};

test('nothing is launched for a record of which the worker found that it is gone', () => {
  expect(runTrial(anotherThenHung)).not.toMatchObject({
    'in-front: of the page': expect.anything(),
  });
});

test('nothing is launched for a record that is drawn when the page has moved on', () => {
  expect(() => runTrial(backAtOnce)).not.toThrow();
});

/** Found by seed 1: the page is another customer's for a moment, while the one whom it shows is chosen. */
const awayAndBack: Trial = {
  ...disagreeing,
  contextFirst: 'ask',
  latencies: [900, 5],
  acts: [
    { act: 'talk', customer: 1 },
    { act: 'open', view: 1 },
    { act: 'wait', time: 1_200 },
    { act: 'redraw', customer: 1 },
    { act: 'customer', view: 1, take: 'page' },
    { act: 'press', view: 1, anyway: false },
    { act: 'redraw', customer: 0 },
  ],
};

test('a choice means the customer whom the view shows', () => {
  expect(() => runTrial(awayAndBack)).not.toThrow();
});

test('a launch is made for the conversation that was chosen, and none for one that ended or was not', () => {
  const launches = (trial: Trial) => runTrial(trial).once ?? 0;
  expect(runTrial(chosenThenPressed)).toMatchObject({ 'in-hand': 1, asked: 1, once: 1 });
  expect(launches(disagreeing)).toBe(0);
  expect(launches(chosenThenHungUp)).toBe(0);
});
