import { useEffect, useState } from 'react';
import { pageReader } from '../../content/page-reader.ts';
import { explain } from '../../core/base/explain.ts';
import type { RulePreview } from '../../core/page/rule-preview.ts';
import type { SiteRule } from '../../core/settings/site-rule.ts';
import { settings } from '../../platform/keys/settings.ts';
import { readTab } from '../../platform/page.ts';
import { addressOf, lastWebPage, onPageLoaded, tabNow } from '../../platform/tabs.ts';
import { useText } from '../../ui/kit/text.ts';

/** The page beside the editor, and what a rule finds on it. */
export interface SitePage {
  tabId: number;
  address: string;
  preview: RulePreview | undefined;
  /** Why Kickoff could not read it, in words. */
  problem: string | undefined;
}

/** The tab that the address names, from whose popup the options were opened. */
export function askedTab(): number | undefined {
  const tab = new URLSearchParams(location.search).get('tab');
  return tab && /^\d+$/.test(tab) ? Number(tab) : undefined;
}

/** How long after the last key Kickoff reads the page again, in milliseconds. */
const pause = 250;

/**
 * Reads the page beside the editor with the typed rule, and again whenever the rule changes, the page loads or the person
 * comes back from it. Undefined while there is no page.
 */
export function useSitePage(rule: SiteRule): { page: SitePage | undefined; again: () => void } {
  const text = useText();
  const [page, setPage] = useState<SitePage>();
  const [turn, setTurn] = useState(0);
  const typed = JSON.stringify([rule.match, rule.fields, rule.country]);

  useEffect(() => {
    const again = () => document.visibilityState === 'visible' && setTurn((before) => before + 1);
    document.addEventListener('visibilitychange', again);
    return () => document.removeEventListener('visibilitychange', again);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads again when the rule changes, and for each turn
  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      const found = await readBeside(rule, text);
      if (stop.signal.aborted) return;
      setPage(found);
      if (found) onPageLoaded(found.tabId, () => setTurn((before) => before + 1), stop.signal);
    };
    const timer = setTimeout(() => void read(), pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed, turn]);

  return { page, again: () => setTurn((before) => before + 1) };
}

async function readBeside(
  rule: SiteRule,
  text: ReturnType<typeof useText>,
): Promise<SitePage | undefined> {
  const understanding = import('../../core/page/rule-preview.ts');
  const asked = askedTab();
  const isOpen = asked !== undefined && (await addressOf(asked)) !== undefined;
  const tabId = isOpen ? asked : await lastWebPage();
  if (tabId === undefined) return undefined;
  const current = await settings.get();
  const tab = await tabNow(tabId);
  const read = await readTab(tab, pageReader, { ...current, sites: [rule] });
  if (!read.ok) {
    const { cause } = explain(read.failure, text);
    return { tabId, address: tab.address ?? '', preview: undefined, problem: cause };
  }
  const { previewRule } = await understanding;
  const preview = previewRule(rule, read.value, current);
  return { tabId, address: read.value.url, preview, problem: undefined };
}
