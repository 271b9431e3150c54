import type { Page } from 'playwright';
import { arrange } from './arrange.ts';
import type { Stage } from './stage.ts';
import type { State } from './states.ts';

interface OpenView {
  view: Page;
  /** The page that it belongs to. */
  page: Page;
  close(): Promise<void>;
}

/** Opens the popup in a state, with something done in its page before its own scripts run. */
export async function openState(stage: Stage, state: State): Promise<OpenView>;
export async function openState<Argument>(
  stage: Stage,
  state: State,
  before: (argument: Argument) => void,
  argument?: Argument,
): Promise<OpenView>;
export async function openState(
  stage: Stage,
  state: State,
  before?: (argument: unknown) => void,
  argument?: unknown,
): Promise<OpenView> {
  const { browser, sandbox } = stage;
  const address = new URL(state.path ?? 'contacts/1', sandbox.crmUrl).href;
  const { page, tabId } = await browser.visit(address);
  await arrange(stage, state, tabId);
  const view = await browser.context.newPage();
  await view.setViewportSize({ width: 400, height: 600 });
  if (before) await view.addInitScript(before, argument);
  await view.goto(`chrome-extension://${browser.extensionId}/src/popup/index.html?tab=${tabId}`);
  const close = async () => {
    await view.close();
    await page.close();
  };
  return { view, page, close };
}
