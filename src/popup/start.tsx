import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openReader } from '../launcher/appearance.ts';
import { openLauncher } from '../launcher/launcher.ts';
import { activeTabId } from '../platform/tabs.ts';
import { Words } from '../ui/kit/Words.tsx';
import { Popup } from './Popup.tsx';

/** Puts the launcher in the place of what the page itself draws, once there is something to draw. */
export async function start(): Promise<void> {
  const root = document.getElementById('root');
  // Read beside the rest, so that the first paint does not wait for it.
  const opening = openReader();
  const tabId = tabOfAddress() ?? (await activeTabId());
  if (root === null || tabId === undefined) return;
  const launcher = openLauncher(tabId, {
    inPage: async () => (await import('../content/in-page.ts')).inPage,
    isPopup: true,
    closed: new AbortController().signal,
  });
  const stopWaiting = launcher.subscribe(() => {
    stopWaiting();
    void opening.then((reader) =>
      createRoot(root).render(
        <StrictMode>
          <Words reader={reader}>
            <Popup launcher={launcher} />
          </Words>
        </StrictMode>,
      ),
    );
  });
}

/** Where the popup's page is opened in a window of its own, its address names the tab. */
function tabOfAddress(): number | undefined {
  const tab = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(tab) ? tab : undefined;
}
