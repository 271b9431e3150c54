import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { holds, numberIn, openCallbackForm } from './callback-form.ts';
import {
  forgetRecentLaunches,
  leaveQuietly,
  pressLaunch,
  resultIn,
  type Stage,
  signedInStage,
} from './stage.ts';

/** A tab on any page of the sample CRM, with the popup beside it, and the person signed in. */
class AnyPage {
  stage!: Stage;
  page!: Page;
  tabId!: number;
  popup!: Page;
  /** How many executions there were when the page was visited. */
  private before = 0;

  /** The address of a page of the CRM. */
  address(path: string): string {
    return new URL(path, this.stage.sandbox.crmUrl).href;
  }

  /** Visits a page of the CRM in a tab of its own. */
  async visit(path: string): Promise<void> {
    await this.open(this.address(path));
  }

  /** The same for a page that never finishes loading. */
  async begin(path: string): Promise<void> {
    await this.open('about:blank');
    await this.page.goto(this.address(path), { waitUntil: 'commit' });
  }

  private async open(url: string): Promise<void> {
    ({ page: this.page, tabId: this.tabId } = await this.stage.browser.visit(url));
    this.before = this.stage.sandbox.executions().length;
  }

  /** Opens the popup beside the page, on the flow that wants a customer's number. */
  async openForm(): Promise<void> {
    await forgetRecentLaunches(this.stage.browser);
    this.popup = await openCallbackForm(this.stage, this.tabId);
  }

  number() {
    return numberIn(this.popup);
  }

  /** Waits until the form holds a customer's number. */
  holds(value: string): Promise<void> {
    return holds(this.popup, value);
  }

  async inWorker<Given, Answer>(
    work: (given: Given) => Answer,
    given?: Given,
  ): Promise<Awaited<Answer>> {
    const worker = await this.stage.browser.worker();
    return (await worker.evaluate(work as never, given)) as Awaited<Answer>;
  }

  /** The numbers that were launched since the page was visited. */
  launched(): unknown[] {
    const made = this.stage.sandbox.executions().slice(this.before);
    return made.map(({ inputData }) => inputData?.['Flow.customerNumber']);
  }

  /** Presses Launch: it is launched for that number, and for no other since the page was visited. */
  async launches(value: string): Promise<void> {
    await pressLaunch(this.popup);
    await resultIn(this.popup, 'Completed');
    expect(this.launched()).toEqual([value]);
  }
}

/** One browser for the tests of a file. */
export function anyPage(): AnyPage {
  const any = new AnyPage();
  beforeAll(async () => {
    any.stage = await signedInStage({ requestsPerMinute: 3_000 });
  });
  afterEach(() => leaveQuietly(any.stage));
  afterAll(() => any.stage?.close());
  return any;
}
