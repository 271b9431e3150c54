import { sortedJson } from '../core/base/json.ts';
import type { Draft } from '../core/form/draft.ts';
import { draftOf } from '../platform/keys/tab.ts';

/**
 * Keeps the draft of a tab the same in all views beside it: calls back with what other views write, and
 * returns the function that writes. A view does not get its own draft back: the person may have typed on
 * by then.
 */
export function sharedDraft(
  tabId: number,
  onChange: (draft: Draft) => void,
  closed: AbortSignal,
): (draft: Draft) => void {
  const draft = draftOf(tabId);
  /** The same for the same draft: the browser sorts the keys of what it stores. */
  const textOf = (value: Draft): string => sortedJson(draft.read(value));
  /** What was written here and has not come back yet. */
  const written: string[] = [];
  let last: string | undefined;
  draft.onChange((changed) => {
    last = textOf(changed);
    const place = written.indexOf(last);
    if (place >= 0) written.splice(0, place + 1);
    // What is still on its way from here comes after what another view wrote, and takes its place in every view.
    else if (written.length === 0) onChange(changed);
  }, closed);
  return (changed) => {
    const text = textOf(changed);
    // The browser tells of no change where there is none, and this would wait for it.
    if (text === (written.at(-1) ?? last)) return;
    written.push(text);
    draft.set(changed).catch(() => written.splice(written.indexOf(text), 1));
  };
}
