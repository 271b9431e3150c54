import type { Page } from 'playwright';
import type { UserKey } from '../sandbox/users.ts';
import { picker, type Stage } from './stage.ts';
import { launches } from './state-launches.ts';
import { meant } from './state-meant.ts';

/** One of the states that the launcher can be in, and how to get it there. */
export interface State {
  name: string;
  /** Over the settings with one connection to the sandbox; `null` for none at all. */
  connection?: object | null;
  signedIn?: UserKey;
  /** What is kept for the connection, by the beginning of its key. */
  ofConnection?: Record<string, unknown>;
  /** The key of the sandbox's flow that is chosen. */
  flow?: string;
  launch?: object;
  /** A launch that is not done with. */
  unfinished?: object;
  /** The chosen flow is set to launch at once, and was clicked in the menu just now. */
  isMeantAtOnce?: boolean;
  /** With the launches of a day behind it. */
  hasHistory?: boolean;
  /** Answers of the sandbox that this state needs. */
  arm?: (stage: Stage) => void;
  /** What is done in the view, until it is in this state. */
  act?: (view: Page) => Promise<unknown>;
  /** What it says once it is there. */
  says: string | RegExp;
  /** The page it is beside, where that is no page of the CRM. */
  path?: string;
}

const chosen = { signedIn: 'author', flow: 'requestCallback' } as const;

const flowPages = /^\/api\/v2\/flows\?.*pageNumber=1(&|$)/;

/** The form while the author is on the telephone with a contact. */
function talking(name: string, customer: { number: string; name: string }, says: RegExp): State {
  return {
    ...chosen,
    name,
    connection: { scopes: ['architect', 'user-basic-info', 'conversations:readonly'] },
    arm: ({ sandbox }) => {
      sandbox.setConversations('author', [{ sample: 'inboundCall', ...customer }]);
    },
    says,
  };
}

/** All states, in the order in which people meet them. */
export const states: readonly State[] = [
  { name: 'not-set-up', connection: null, says: 'Set up Kickoff' },
  { name: 'signed-out', says: /Sign in to Genesys Cloud/ },
  {
    name: 'signing-in',
    ofConnection: { 'sign-in': { state: 'signing-in' } },
    says: /sign-in window is open/,
  },
  {
    name: 'sign-in-failed',
    ofConnection: {
      'sign-in': { state: 'failed', failure: { code: 'sign-in-denied', params: {} } },
    },
    says: /access was denied/,
  },
  { name: 'no-permission', signedIn: 'agent', says: 'You do not have permission to list flows.' },
  {
    name: 'flows',
    signedIn: 'author',
    act: async (view) => {
      await picker(view).fill('request call');
      await view
        .getByRole('option', { name: /Request callback/ })
        .first()
        .waitFor();
    },
    says: 'Request callback',
  },
  { name: 'form', ...chosen, says: 'Customer number' },
  {
    name: 'other-values',
    ...chosen,
    path: 'contacts/2',
    act: async (view) => {
      await view
        .getByRole('button', { name: /Other values/ })
        .first()
        .click();
      await view.getByRole('menu').waitFor();
    },
    says: 'Customer number',
  },
  talking('talking', { number: '+15550199888', name: 'Alice Martin' }, /about the same customer/),
  {
    ...talking(
      'talking-to-another',
      { number: '+493023125555', name: 'Ada Sample' },
      /You are talking to/,
    ),
    // It is a warning, so it moves what lies below it.
    act: (view) => view.getByText(/You are talking to/).waitFor(),
  },
  {
    name: 'several-customers',
    ...chosen,
    path: 'contacts',
    // It is a warning, so it moves what lies below it.
    act: (view) => view.getByText(/shows several customers/).waitFor(),
    says: /shows several customers/,
  },
  { name: 'form-of-every-kind', signedIn: 'author', flow: 'everyType', says: 'Whole number' },
  { name: 'form-without-inputs', signedIn: 'author', flow: 'noInputs', says: /^Ready/ },
  { name: 'unpublished', signedIn: 'author', flow: 'unpublished', says: /not published/ },
  {
    name: 'invalid',
    signedIn: 'author',
    flow: 'allRequired',
    act: (view) => view.getByRole('button', { name: 'Launch', exact: true }).click(),
    says: 'This input is required.',
  },
  { name: 'page-unreadable', ...chosen, path: 'about:blank', says: /fill in the form by hand/ },
  { name: 'production', ...chosen, connection: { confirmLaunch: true }, says: /Production/ },
  {
    name: 'confirm',
    ...chosen,
    connection: { confirmLaunch: true },
    act: async (view) => {
      await view.getByText('from a link').first().waitFor();
      await view.getByRole('button', { name: 'Launch', exact: true }).click();
      await view.getByRole('dialog').waitFor();
    },
    says: /Launch “Request callback” for/,
  },
  {
    name: 'history',
    signedIn: 'author',
    hasHistory: true,
    act: openHistory,
    says: /\+14155552671/,
  },
  { name: 'history-empty', signedIn: 'author', act: openHistory, says: 'No launches yet' },
  {
    name: 'keys',
    ...chosen,
    act: async (view) => {
      await view.getByRole('button', { name: 'Keyboard shortcuts' }).click();
      await view.getByText('Alt+Shift+G').waitFor();
    },
    says: 'Anywhere in the browser',
  },
  ...meant,
  ...launches,
  {
    name: 'loading',
    signedIn: 'author',
    arm: slowFlows,
    ofConnection: { flows: { flows: [], total: 2014, complete: false } },
    says: /Flows read: 0 of 2,014/,
  },
  {
    name: 'empty',
    signedIn: 'author',
    arm: ({ sandbox }) =>
      sandbox.arm({
        match: { path: flowPages },
        times: 20,
        json: { entities: [], pageNumber: 1, pageCount: 0, total: 0 },
      }),
    act: (view) => picker(view).click(),
    says: /^There is no flow to choose/,
  },
];

async function openHistory(view: Page): Promise<void> {
  await view.getByRole('button', { name: 'History' }).click();
}

/** Slower than any test is: it ends with the worker that waits for it. */
function slowFlows({ sandbox }: Stage): void {
  sandbox.arm({ match: { path: '/api/v2/flows' }, times: 20, delayMs: 60_000 });
}
