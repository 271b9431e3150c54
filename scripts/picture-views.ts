import type { Page } from 'playwright';
import { arrange, settle } from '../test/harness/arrange.ts';
import { untilStill } from '../test/harness/layout.ts';
import type { Stage } from '../test/harness/stage.ts';
import { type State, states } from '../test/harness/states.ts';
import { dataUrl } from './picture-frames.ts';

const popupSize = { width: 400, height: 600 };

/** The options as most people have them: a region of Genesys Cloud, and a flow that is pinned. */
export async function openEverydayOptions({ browser, sandbox }: Stage): Promise<Page> {
  const { id, name } = sandbox.flow('requestCallback');
  await browser.configure({
    version: 1,
    connections: [
      {
        name: 'Production',
        environment: { region: 'mypurecloud.de' },
        clientId: '3f9c1c52-7f0b-4c7e-9f4f-3a1d2b7c5e10',
        confirmLaunch: true,
        flows: [{ id, name, pinned: true }],
      },
    ],
  });
  const options = await browser.options();
  await options.getByRole('heading', { level: 2 }).first().waitFor();
  return options;
}

/** Opens a view in a state, takes what is wanted of it, and closes it. */
export async function inState<Taken>(
  stage: Stage,
  name: string,
  kind: 'popup' | 'panel',
  take: (view: Page) => Promise<Taken>,
): Promise<Taken> {
  const state = stateNamed(name);
  const { page, tabId } = await visit(stage, state);
  await arrange(stage, state, tabId);
  const view = await (kind === 'popup' ? stage.browser.popup(tabId) : stage.browser.panel());
  if (kind === 'panel') await page.bringToFront();
  await view.setViewportSize(popupSize);
  await settle(view, state);
  // What is known of the page, and why a launch was refused, comes a little later.
  await view.evaluate(untilStill);
  if (kind === 'popup') await asHighAsItsContent(view);
  const taken = await take(view);
  await view.close();
  await page.close();
  return taken;
}

/** As Chrome does it with the real popup. */
export async function asHighAsItsContent(popup: Page): Promise<void> {
  const height = await popup.evaluate(() => {
    const dialog = document.querySelector('dialog[open]')?.getBoundingClientRect().height ?? 0;
    const content = document.querySelector('main')?.getBoundingClientRect().height ?? 0;
    return Math.ceil(Math.max(content, dialog + 32));
  });
  await popup.setViewportSize({ ...popupSize, height: Math.min(height, popupSize.height) });
}

export function stateNamed(name: string): State {
  const found = states.find((state) => state.name === name);
  if (found === undefined) throw new Error(`There is no state ${name}`);
  return found;
}

/** Opens the page that a state is beside. */
export async function visit({ browser, sandbox }: Stage, { path = 'contacts/1' }: State) {
  return browser.visit(new URL(path, sandbox.crmUrl).href);
}

/** A customer's page by itself. */
export async function pageShot(
  stage: Stage,
  size: { width: number; height: number },
): Promise<string> {
  const { page } = await visit(stage, stateNamed('form'));
  await page.setViewportSize(size);
  const taken = await shot(page);
  await page.close();
  return taken;
}

/** Without scroll bars, which are of the system and nothing of ours. */
export async function shot(page: Page): Promise<string> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('html, main')) {
      element.style.scrollbarWidth = 'none';
    }
  });
  return dataUrl(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
}
