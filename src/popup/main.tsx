import '../ui/tokens.css';
import '../ui/base.css';
import './popup.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openDesk } from '../platform/desk.ts';
import { activeTabId } from '../platform/tabs.ts';
import { language, text } from '../platform/text.ts';
import { TextContext } from '../ui/text.ts';
import { Popup } from './Popup.tsx';

document.documentElement.lang = language();

const root = document.getElementById('root');
const tabId = tabOfAddress() ?? (await activeTabId());
if (root && tabId !== undefined) {
  const desk = openDesk(tabId, {
    readers: async () => (await import('../content/readers.ts')).pageReaders,
    isPopup: true,
    closed: new AbortController().signal,
  });
  // What the page itself draws stays until there is something to draw in its place.
  const stopWaiting = desk.subscribe(() => {
    stopWaiting();
    createRoot(root).render(
      <StrictMode>
        <TextContext value={text}>
          <Popup desk={desk} />
        </TextContext>
      </StrictMode>,
    );
  });
}

/** Where the popup's page is opened in a window of its own, its address names the tab. */
function tabOfAddress(): number | undefined {
  const tab = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(tab) ? tab : undefined;
}
