import { useEffect, useState } from 'react';
import type { OpenLauncher } from '../core/view/actions.ts';
import { openLauncher } from '../launcher/launcher.ts';
import { followActiveTab, onPageLoaded } from '../platform/tabs.ts';

/**
 * The launcher of the tab in front, read anew when its page changes. The launcher of the tab before stays
 * until the next one has its state, so that nothing flickers.
 */
export function useLauncherOfActiveTab(): OpenLauncher | undefined {
  const [tabId, setTabId] = useState<number>();
  const [launcher, setLauncher] = useState<OpenLauncher>();

  useEffect(() => {
    const stop = new AbortController();
    void followActiveTab(setTabId, stop.signal);
    return () => stop.abort();
  }, []);

  useEffect(() => {
    if (tabId === undefined) return;
    const stop = new AbortController();
    const next = openLauncher(tabId, {
      inPage: async () => (await import('../content/in-page.ts')).inPage,
      isPopup: false,
      closed: stop.signal,
    });
    const stopWaiting = next.subscribe(() => {
      stopWaiting();
      if (!stop.signal.aborted) setLauncher(next);
    });
    onPageLoaded(tabId, next.pageLoaded, stop.signal);
    return () => stop.abort();
  }, [tabId]);

  return launcher;
}
