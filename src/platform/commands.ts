import type { BrowserKey } from '../core/view/actions.ts';
import { type Asked, askedIn } from './tabs.ts';

/** Calls back when a key of ours is pressed, with the tab in front. To be called as the worker starts. */
export function onCommand(callback: (name: string, asked: Asked) => void): void {
  chrome.commands.onCommand.addListener((name, tab) => {
    if (tab?.id !== undefined) callback(name, askedIn(tab.id, tab.url));
  });
}

/** The keys that the browser listens to for us, as they are set now. */
export async function browserKeys(): Promise<BrowserKey[]> {
  const commands = await chrome.commands.getAll();
  return commands.map(({ description, shortcut }) => ({
    // Chrome has no words for the command that opens the popup.
    description: description || undefined,
    keys: shortcut ?? '',
  }));
}
