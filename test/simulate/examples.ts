import type { Act, Trial } from './act.ts';

// Trials written by hand, which chance takes long to come upon. Those that planted defects fail are among them.

export const launchedThenOpened: Trial = {
  confirmLaunch: false,
  launchAtOnce: true,
  readsConversations: false,
  contextFirst: 'ask',
  ownWindow: false,
  latencies: [5],
  acts: [
    { act: 'menu', selects: false },
    { act: 'wait', time: 3_000 },
    // Closes the result, which would stand in place of a countdown.
    { act: 'press', view: 0, anyway: false },
    { act: 'close', view: 0 },
    { act: 'open', view: 0 },
    { act: 'wait', time: 3_000 },
  ],
};

/** While a call is about another customer than the page. */
export const disagreeing: Trial = {
  ...launchedThenOpened,
  launchAtOnce: false,
  readsConversations: true,
  acts: [
    { act: 'talk', customer: 1 },
    { act: 'open', view: 0 },
    { act: 'wait', time: 1_000 },
    { act: 'press', view: 0, anyway: true },
    { act: 'wait', time: 1_000 },
  ],
};

export const chosenThenHungUp: Trial = {
  ...disagreeing,
  acts: [
    ...disagreeing.acts.slice(0, 3),
    { act: 'customer', view: 0, take: 'conversation' },
    { act: 'hang-up' },
    { act: 'press', view: 0, anyway: false },
    { act: 'wait', time: 1_000 },
  ],
};

export const chosenThenPressed: Trial = {
  ...chosenThenHungUp,
  acts: chosenThenHungUp.acts.filter(({ act }) => act !== 'hang-up'),
};

/** The other number of the page is chosen, and gone from it before the launch leaves. */
export const faxGone: Trial = {
  ...launchedThenOpened,
  launchAtOnce: false,
  latencies: [5, 250],
  acts: [
    { act: 'open', view: 0 },
    { act: 'wait', time: 500 },
    { act: 'choose', view: 0, what: 'fax' },
    { act: 'wait', time: 600 },
    { act: 'press', view: 0, anyway: false },
    { act: 'fax', is: false },
    { act: 'wait', time: 1_000 },
  ],
};

/** Other settings come while the page is looked at once more. */
export const setUpMeanwhile: Trial = {
  ...faxGone,
  acts: [
    ...faxGone.acts.slice(0, 2),
    { act: 'press', view: 0, anyway: false },
    { act: 'settings', place: 0, asks: true },
    { act: 'wait', time: 1_000 },
  ],
};

/** The popup closes before it hears that its launch was accepted, and opens again. */
export const closedTooSoon: Trial = {
  ...faxGone,
  latencies: [5],
  acts: [
    { act: 'open', view: 0 },
    { act: 'wait', time: 500 },
    { act: 'type', view: 0 },
    { act: 'wait', time: 500 },
    { act: 'press', view: 0, anyway: false },
    { act: 'close', view: 0 },
    { act: 'wait', time: 500 },
    { act: 'open', view: 0 },
    { act: 'wait', time: 500 },
  ],
};

/** A second press comes just after the first has closed a result. */
export const pressedTwice: Trial = {
  ...closedTooSoon,
  acts: [
    { act: 'open', view: 0 },
    ...[500, 500, 0].flatMap((time): Act[] => [
      { act: 'wait', time },
      { act: 'press', view: 0, anyway: false },
    ]),
  ],
};

/** The server asks for a wait, and the launch waits. */
const waiting: Trial = {
  ...closedTooSoon,
  acts: [
    { act: 'open', view: 0 },
    { act: 'wait', time: 500 },
    { act: 'limit' },
    { act: 'press', view: 0, anyway: false },
    { act: 'wait', time: 300 },
  ],
};

/** The worker ends meanwhile, and another record takes the place of the one that the launch is for. */
export const endedWhileWaiting: Trial = {
  ...waiting,
  acts: [...waiting.acts, { act: 'worker-ends' }, { act: 'redraw', customer: 1 }],
};

export const cancelledWhileWaiting: Trial = {
  ...waiting,
  acts: [...waiting.acts, { act: 'cancel' }],
};

export const sleptWhileWaiting: Trial = { ...waiting, acts: [...waiting.acts, { act: 'sleep' }] };

/** The worker ends after the POST, and before its answer. */
export const endedWhileOut: Trial = {
  ...waiting,
  acts: [
    ...waiting.acts.filter(({ act }) => act !== 'limit').slice(0, 3),
    { act: 'wait', time: 0 },
    { act: 'worker-ends' },
  ],
};

/** Found by seed 11: the computer sleeps after the POST, and the answer that comes then asks for a wait. */
export const sleptBeforeTheWait: Trial = {
  ...waiting,
  acts: [...waiting.acts.slice(0, 4), { act: 'wait', time: 0 }, { act: 'sleep' }],
};

/** Found by seed 11: the computer sleeps before the worker has begun what was pressed. */
export const sleptBeforeBegun: Trial = {
  ...waiting,
  acts: [...waiting.acts.filter(({ act }) => act !== 'limit').slice(0, 3), { act: 'sleep' }],
};

/** The other customer with the same number is in front by the time the page is looked at. */
export const otherOfOneNumber: Trial = {
  ...faxGone,
  acts: [
    ...faxGone.acts.slice(0, 2),
    { act: 'press', view: 0, anyway: false },
    { act: 'go', customer: 4 },
    { act: 'wait', time: 1_000 },
  ],
};

export const signedInMeanwhile: Trial = {
  ...closedTooSoon,
  acts: [
    ...waiting.acts.filter(({ act }) => act !== 'limit').slice(0, 3),
    { act: 'person', isAda: false },
  ],
};

export const keptWhileCounting: Trial = {
  ...launchedThenOpened,
  acts: [
    { act: 'menu', selects: false },
    { act: 'wait', time: 500 },
    { act: 'keep', view: 0 },
    { act: 'wait', time: 3_000 },
  ],
};

/** Another of two customers with one number calls than the one whose page is in front. */
export const householdCalls: Trial = {
  ...disagreeing,
  acts: [{ act: 'talk', customer: 4 }, ...disagreeing.acts.slice(1)],
};

/** Pressed without a choice, then for one who was chosen, and then for the next, who was not. */
export const fromList: Trial = {
  ...closedTooSoon,
  acts: [
    { act: 'list' },
    { act: 'open', view: 0 },
    { act: 'wait', time: 500 },
    { act: 'press', view: 0, anyway: true },
    { act: 'wait', time: 500 },
    { act: 'pick', view: 0, customer: 1 },
    { act: 'press', view: 0, anyway: false },
    { act: 'wait', time: 500 },
    { act: 'press', view: 0, anyway: false },
    { act: 'wait', time: 500 },
    { act: 'press', view: 0, anyway: true },
    { act: 'wait', time: 500 },
  ],
};

/** The organization forbids the flow while the page is looked at once more. */
export const forbiddenMeanwhile: Trial = {
  ...faxGone,
  acts: [
    ...faxGone.acts.slice(0, 2),
    { act: 'press', view: 0, anyway: false },
    { act: 'policy', forbids: 'flow' },
    { act: 'wait', time: 1_000 },
  ],
};
