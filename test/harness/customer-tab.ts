import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openCallbackForm } from './callback-form.ts';
import { forgetRecentLaunches, leaveQuietly, type Stage, signedInStage } from './stage.ts';

/** A tab on a customer's record, and the popup beside it, with the person signed in. */
class CustomerTab {
  stage!: Stage;
  page!: Page;
  tabId!: number;
  popup!: Page;

  /** Visits the first customer's record in a tab of its own. */
  async visit(): Promise<void> {
    const { browser, sandbox } = this.stage;
    ({ page: this.page, tabId: this.tabId } = await browser.visit(`${sandbox.crmUrl}contacts/1`));
  }

  /** Opens the popup beside the page, on the flow that wants a customer's number. */
  async openForm(): Promise<void> {
    this.popup = await openCallbackForm(this.stage, this.tabId);
  }

  /** Goes on to another page of the sample CRM. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.stage.sandbox.crmUrl).href);
  }

  /** What was launched so far. */
  posts(): readonly { inputData: unknown }[] {
    return this.stage.sandbox.executions().map(({ inputData }) => ({ inputData }));
  }
}

/** One browser for the tests of a file, and for each of them a tab on the first customer's record. */
export function customerTab(): CustomerTab {
  const tab = new CustomerTab();
  beforeAll(async () => {
    tab.stage = await signedInStage({ requestsPerMinute: 3_000 });
  });
  beforeEach(async () => {
    await forgetRecentLaunches(tab.stage.browser);
    await tab.visit();
  });
  afterEach(() => leaveQuietly(tab.stage));
  afterAll(() => tab.stage?.close());
  return tab;
}
