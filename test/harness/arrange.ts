import type { Page } from 'playwright';
import { type UserKey, users } from '../sandbox/users.ts';
import { type Browser, settingsFor } from './browser.ts';
import type { Stage } from './stage.ts';
import { historyOf } from './state-history.ts';
import type { State } from './states.ts';
import { stopWorkers } from './workers.ts';

/**
 * Brings the extension into a state, with everything that was stored before forgotten. Views of the
 * state before must be closed: they would ask for more.
 */
export async function arrange(stage: Stage, state: State, tabId: number): Promise<void> {
  const { sandbox, browser } = stage;
  sandbox.disarm();
  const flow = state.flow === undefined ? undefined : sandbox.flow(state.flow);
  const atOnce = state.isMeantAtOnce && flow;
  const document = {
    ...settingsFor(sandbox, {
      ...(atOnce && { flows: [{ id: atOnce.id, name: atOnce.name, launchAtOnce: true }] }),
      ...state.connection,
    }),
    // As long as can be set, so that there is time to look at it.
    ...(atOnce && { atOnceSeconds: 10 }),
  };
  const key = `${sandbox.url} ${sandbox.url} ${sandbox.clientId}`;
  const ofConnection = Object.entries(state.ofConnection ?? {});
  const kept = (wanted: boolean) =>
    Object.fromEntries(
      ofConnection
        .filter(([name]) => (name === 'sign-in') === wanted)
        .map(([name, value]) => [`${name} ${key}`, value]),
    );
  const local = {
    ...(state.connection !== null && { settings: document }),
    ...kept(false),
    ...(state.hasHistory && historyOf(launchBase(key).connection)),
    ...(state.launch && { 'launch shown': { ...launchBase(key), ...state.launch } }),
    ...(state.unfinished && unfinishedLaunch(launchBase(key), state.unfinished)),
  };
  const session = {
    ...kept(true),
    ...(state.signedIn && { [`session ${key}`]: sessionOf(stage, state.signedIn) }),
    ...(flow && { [`draft ${tabId}`]: { flowId: flow.id, forms: {} } }),
    ...(state.launch && { [`shown-launch ${tabId}`]: 'shown' }),
    ...(atOnce && { [`intention ${tabId}`]: intentionFor(tabId, atOnce.id) }),
  };
  const backstage = await backstageOf(browser);
  // Or it goes on with what it was doing, as with reading the flows of the state before.
  await stopWorkers(backstage);
  // Only now, so that no worker of the state before uses up what is meant for this one.
  state.arm?.(stage);
  await backstage.evaluate(
    async ([local, session]) => {
      const { settings } = local as { settings?: object };
      const others = (await chrome.storage.local.getKeys()).filter(
        (key) => key !== 'settings' || settings === undefined,
      );
      // A connection that was gone for a moment would take with it what is kept for it.
      await chrome.storage.local.set(settings ? { settings } : {});
      await Promise.all([chrome.storage.local.remove(others), chrome.storage.session.clear()]);
      // The next worker puts right what an earlier one left half done: before there is anything.
      await chrome.runtime.sendMessage({ ask: 'follow', question: {} });
      await Promise.all([
        chrome.storage.local.set({ disclosure: true, ...local }),
        chrome.storage.session.set(session as object),
      ]);
    },
    [local, session],
  );
}

/** Opens the options of a person for whom the organization has set everything. */
export async function openLocked({ browser, sandbox }: Stage): Promise<Page> {
  const policy = {
    ...settingsFor(sandbox, { flows: [] }),
    connection: 'Sandbox',
    sites: [],
    defaultCountry: 'DE',
    notifications: true,
    history: { days: 30, keepInputs: false },
    disabledFeatures: ['editing'],
  };
  const options = await browser.context.newPage();
  await options.addInitScript((policy) => {
    chrome.storage.managed.get = (async () => policy) as typeof chrome.storage.managed.get;
  }, policy);
  await options.goto(`chrome-extension://${browser.extensionId}/src/options/index.html`);
  await options.getByText('Set by your organization').first().waitFor();
  return options;
}

/** A page of ours that does nothing by itself, in the blank tab that the browser began with. */
async function backstageOf({ context, extensionId }: Browser): Promise<Page> {
  const address = `chrome-extension://${extensionId}/manifest.json`;
  const known = context.pages().find((page) => page.url() === address);
  if (known) return known;
  const blank = context.pages()[0] ?? (await context.newPage());
  await blank.goto(address);
  return blank;
}

/** Waits until a view shows what the state is about. */
export async function settle(view: Page, state: State): Promise<void> {
  await state.act?.(view);
  await view.getByText(state.says).first().waitFor({ timeout: 15_000 });
  await view.evaluate(() => document.fonts.ready);
}

function unfinishedLaunch(base: object, launch: object): object {
  const sent = Date.now() - 90_000;
  const times = { created: sent - 20, sent };
  return {
    'open-launches': ['unfinished'],
    'launch unfinished': { ...base, id: 'unfinished', times, ...launch },
  };
}

/** What a click in the menu leaves for the popup. */
function intentionFor(tabId: number, flowId: string): object {
  const id = '8d9e6f1a-2222-4222-8333-444455556666';
  return { id, tabId, said: {}, flowId, atOnce: true, at: Date.now() };
}

function launchBase(key: string): { id: string; connection: object } {
  return { id: 'shown', connection: { name: 'Sandbox', key } };
}

function sessionOf({ sandbox }: Stage, user: UserKey): object {
  const { id, name, email } = users[user];
  return {
    accessToken: sandbox.issueToken(user),
    expiresAt: Date.now() + 3_600_000,
    user: { id, name, email },
    organization: { id: 'org', name: 'Sandbox Organization' },
  };
}
