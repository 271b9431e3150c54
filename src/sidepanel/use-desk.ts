import { useEffect, useState } from 'react';
import type { Desk } from '../core/desk.ts';
import { openDesk } from '../platform/desk.ts';
import { followActiveTab, onPageLoaded } from '../platform/tabs.ts';

/**
 * The desk of the tab in front, read anew when its page changes. The desk of the tab before stays
 * until the next one has its facts, so that nothing flickers.
 */
export function useDeskOfActiveTab(): Desk | undefined {
  const [tabId, setTabId] = useState<number>();
  const [desk, setDesk] = useState<Desk>();

  useEffect(() => {
    const stop = new AbortController();
    void followActiveTab(setTabId, stop.signal);
    return () => stop.abort();
  }, []);

  useEffect(() => {
    if (tabId === undefined) return;
    const stop = new AbortController();
    const next = openDesk(tabId, {
      pageReader: async () => (await import('../content/page-reader.ts')).pageReader,
      isPopup: false,
      closed: stop.signal,
    });
    const stopWaiting = next.subscribe(() => {
      stopWaiting();
      if (!stop.signal.aborted) setDesk(next);
    });
    onPageLoaded(tabId, next.readPage, stop.signal);
    return () => stop.abort();
  }, [tabId]);

  return desk;
}
