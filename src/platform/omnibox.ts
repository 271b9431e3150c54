import { type Asked, askedIn } from './tabs.ts';

/** A line under the address bar. */
export interface AddressBarLine {
  /** What Enter gives back when the line is chosen, and what the address bar shows meanwhile. */
  content: string;
  description: string;
}

interface AddressBar {
  /** What could be meant by the text so far: the first line stands for the text as it is. */
  suggest(typed: string): Promise<readonly AddressBarLine[]>;
  choose(typed: string, asked: Asked): Promise<void>;
}

/** Listens to what is typed after our keyword. To be called as the worker starts. */
export function onAddressBar({ suggest, choose }: AddressBar): void {
  chrome.omnibox.onInputChanged.addListener((typed, answer) => {
    void suggest(typed).then(([first, ...others]) => {
      // The first line is the browser's own, and only its words are ours.
      const description = first ? escaped(first.description) : '%s';
      chrome.omnibox.setDefaultSuggestion({ description });
      answer(others.map((each) => ({ ...each, description: escaped(each.description) })));
    });
  });
  chrome.omnibox.onInputEntered.addListener((typed) => {
    void chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(async ([tab]) => {
      if (tab?.id !== undefined) await choose(typed, askedIn(tab.id, tab.url));
    });
  });
}

/** Descriptions are XML. https://developer.chrome.com/docs/extensions/reference/api/omnibox */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
