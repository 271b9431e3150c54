import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { findBrowser } from '../../scripts/browser.mjs';

/** A browser without the extension, with one page in which scripts run as those of an extension do. */
export interface ServedPage {
  browser: Browser;
  page: Page;
  /** What an expression gives in a world apart from the page's, as data. */
  evaluate(expression: string): Promise<unknown>;
}

export async function openServedPage(): Promise<ServedPage> {
  const executablePath = await findBrowser();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    headless: false,
    args: ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const page = await browser.newPage();
  const devTools = await page.context().newCDPSession(page);
  return { browser, page, evaluate: (expression) => evaluateApart(devTools, expression) };
}

async function evaluateApart(devTools: CDPSession, expression: string): Promise<unknown> {
  const { frameTree } = await devTools.send('Page.getFrameTree');
  const { executionContextId: contextId } = await devTools.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const answer = await devTools.send('Runtime.evaluate', {
    expression,
    contextId,
    returnByValue: true,
  });
  if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
  return answer.result.value;
}
