/**
 * What the injected functions leave for each other between two injections. They run in a world of their own, so the
 * page's scripts do not see it.
 * https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts#isolated_world
 */
export interface OurWorld {
  /** The elements that the person chose, or that `locateValues` found, in the order asked for. */
  kickoffChosen?: (Element | undefined)[];
  /** Ends the choosing in progress. */
  kickoffEndChoosing?: () => void;
  /** The element on which the person last opened the context menu, and when (milliseconds since 1970). */
  kickoffClicked?: { element: Element; at: number };
}
