import { useEffect, useState } from 'react';
import { pageReader } from '../../content/page-reader.ts';
import type { Failure } from '../../core/base/failure.ts';
import { contextOptions, pageContext } from '../../core/page/context.ts';
import { settings } from '../../platform/keys/settings.ts';
import { readTab } from '../../platform/page.ts';
import { lastWebPage, tabNow } from '../../platform/tabs.ts';

type Fields = Pick<ReturnType<typeof pageContext>, 'fields'>;

/** The page that the person last looked at, as Kickoff understands it for a form. */
export interface PageValues extends Fields {
  /** Its title; empty where there is no page. */
  title: string;
  /** Why Kickoff could not read it. */
  failure: Failure | undefined;
}

/** Reads the page that the person last looked at, and again whenever they come back from it. Undefined until then. */
export function usePageValues(): PageValues | undefined {
  const [values, setValues] = useState<PageValues>();
  useEffect(() => {
    let isOver = false;
    const read = () =>
      void readLastPage().then((found) => {
        if (!isOver) setValues(found);
      });
    const again = () => document.visibilityState === 'visible' && read();
    read();
    document.addEventListener('visibilitychange', again);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', again);
    };
  }, []);
  return values;
}

async function readLastPage(): Promise<PageValues> {
  const tabId = await lastWebPage();
  if (tabId === undefined) return { fields: {}, title: '', failure: undefined };
  const [current, tab] = await Promise.all([settings.get(), tabNow(tabId)]);
  const read = await readTab(tab, pageReader, current);
  if (!read.ok) return { fields: {}, title: tab.address ?? '', failure: read.failure };
  const { fields, title, url } = pageContext(read.value, contextOptions(current));
  return { fields, title: title || url, failure: undefined };
}
