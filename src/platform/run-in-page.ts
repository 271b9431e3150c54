/** Where in a tab to run: in the page itself, unless all its frames are meant, or some of them. */
export type PageTarget = { tabId: number } & ({ allFrames?: true } | { frameIds: number[] });

/**
 * Runs a self-contained function in a page, in a world apart from its own scripts, and waits for its
 * answers, one a frame. Undefined where the browser does not let us in. What comes back is hostile.
 */
export async function runInPage<Args extends unknown[], Answer>(
  target: PageTarget,
  run: (...args: Args) => Answer,
  args: Args,
): Promise<unknown[] | undefined> {
  try {
    const results = await chrome.scripting.executeScript({ target, func: run, args });
    return results.map(({ result }) => result);
  } catch {
    return undefined;
  }
}
