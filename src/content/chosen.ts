/**
 * What the functions that are sent into a page leave for each other between two injections: seen by
 * none of the page's own scripts, because ours run in a world of their own.
 * https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts#isolated_world
 */
export interface OurWorld {
  /** The elements that were chosen or located, in the order asked for. */
  kickoffChosen?: (Element | undefined)[];
  /** Ends the choosing that is under way. */
  kickoffEndChoosing?: () => void;
  /** The element last clicked with the menu button. */
  kickoffClicked?: { element: Element; at: number };
}
