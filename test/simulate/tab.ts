import { emptyDraft } from '../../src/core/form/draft.ts';
import type { Intention } from '../../src/core/launch/intention.ts';
import type { Launch } from '../../src/core/launch/launch.ts';
import type { PageDocument } from '../../src/core/page/document.ts';
import type { LauncherState } from '../../src/core/view/launcher.ts';
import { flow } from '../harness/view-world.ts';
import { type SimulatedPage, simulatedPage } from './page.ts';
import type { Cause } from './posted.ts';

/** A tab as the person knows it, with its page and what is stored for it. */
export interface Tab {
  /** By which the browser knows it: another one since the browser put it to sleep; none once it is closed. */
  id: number | undefined;
  readonly page: SimulatedPage;
  /** On the pages of which customers the person said whom the form is about. */
  readonly chosen: Set<string>;
  draft: LauncherState['draft'];
  /** What a click in the menu or the address bar asks its popup for. */
  intention: Meant | undefined;
  /** The launch that its views show. */
  shown: Launch | undefined;
}

/** A wish for a launch, by a click in the menu or the address bar. */
export interface Meant {
  intention: Intention & { document: PageDocument };
  cause: Cause;
}

/** What a view, a launch or a look knows a tab by. */
export interface OfTab {
  readonly tab: Tab;
  readonly tabId: number;
}

/** A new tab, with a page of the first customer. */
export function openTab(id: number): Tab {
  return {
    id,
    page: simulatedPage(id),
    chosen: new Set(),
    draft: { ...emptyDraft, flowId: flow.id },
    intention: undefined,
    shown: undefined,
  };
}

/** Whether the browser still knows a tab by this ID. */
export function isThere({ tab, tabId }: OfTab): boolean {
  return tab.id === tabId;
}
