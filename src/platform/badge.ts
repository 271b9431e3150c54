import { openTabs } from './tabs.ts';

/** As `--accent`, `--warn` and `--good` in ui/tokens.css, which the toolbar cannot read. */
const colours = { busy: '#4f4fd0', warn: '#8a5300', found: '#1a7a45' } as const;

export interface Badge {
  /** Four characters at most are shown. Empty: no badge. */
  text: string;
  tone: 'busy' | 'warn';
  /** What the toolbar button says when it is pointed at. */
  title: string;
}

/** Shows a mark on the toolbar button. */
export async function showBadge({ text, tone, title }: Badge): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ color: colours[tone] });
  await chrome.action.setBadgeTextColor({ color: '#ffffff' });
  await chrome.action.setBadgeText({ text });
  await chrome.action.setTitle({ title });
  if (text !== '') await unmarkFound();
}

/** Marks a tab as one whose page has a customer. Its next page begins without the mark. */
export async function markFound(tabId: number, title: string): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ tabId, color: colours.found });
  await chrome.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  await chrome.action.setBadgeText({ tabId, text: '•' });
  await chrome.action.setTitle({ tabId, title });
}

/** Takes the mark off every tab, so that what is shown of all tabs is seen. */
async function unmarkFound(): Promise<void> {
  const title = await chrome.action.getTitle({});
  for (const tabId of await openTabs()) {
    // Without a text of its own a tab shows the text of all tabs. The tab may be gone by now.
    await chrome.action.setBadgeText({ tabId }).catch(() => {});
    await chrome.action.setTitle({ tabId, title }).catch(() => {});
  }
}
