import type { Launch } from '../../src/core/launch/launch.ts';
import type { LauncherState } from '../../src/core/view/launcher.ts';
import { names } from './page.ts';
import { titleIn } from './shown.ts';
import type { OfTab, Tab } from './tab.ts';

/** A view with the tab that it is beside. */
export interface Viewed extends OfTab {
  state: LauncherState;
}

/** The numbers of a person's own: those that they typed or selected, each used once, and what is meant by each. */
export interface OwnNumbers {
  /** A number that was not used before, selected on the page of a tab. */
  number(tab: Tab): string;
  /** A number that was not used before, typed in a view. */
  typed(view: Viewed): string;
  kept(view: Viewed, value: unknown): void;
  /** They went back to the form that holds it, before the launch was accepted. */
  left(value: unknown): void;
  /** A launch is made again, by hand, in a view that shows this conversation. */
  repeated(view: Viewed, launch: Launch, shown: string | undefined): void;
  pageRead(view: Viewed): void;
  /** Whether a value is meant for the customer whom the person means to look at in a tab. */
  isMeantIn(tab: Tab, value: string): boolean;
  /** Whether it was typed, selected, kept or launched again in a tab, if it is one of these at all. */
  isOf(tab: Tab, value: string): boolean;
  /** They kept it in the form, went back to it or launched it again: one launch is not all that they mean by it. */
  isKept(value: string): boolean;
}

const anyPage = 'any page';

export function ownNumbers(): OwnNumbers {
  /** The pages on which each is meant. */
  const meant = new Map<string, Set<string>>();
  /** The tabs in whose forms each was put. */
  const tabs = new Map<string, Set<Tab>>();
  /** Typed in a view that knew no page: they are meant on the first that it knows. */
  const waiting = new Map<object, string[]>();
  const kept = new Set<string>();
  let made = 0;
  const next = (tab: Tab): string => {
    made += 1;
    const value = `+1555010${String(made).padStart(4, '0')}`;
    tabs.set(value, new Set([tab]));
    return value;
  };
  const alsoMeant = (value: string, identity: string): void => {
    meant.set(value, new Set([...(meant.get(value) ?? []), identity]));
  };
  return {
    number: (tab) => {
      const value = next(tab);
      meant.set(value, new Set([tab.page.identity()]));
      return value;
    },
    typed: (view) => {
      const value = next(view.tab);
      const isUnread = view.state.page.state !== 'read';
      // A known limit: what is typed before a view has read any page is of the first that it reads.
      const here = isUnread ? [anyPage] : knows(view) ? [view.tab.page.identity()] : [];
      meant.set(value, new Set([...here, ...shownIn(view)]));
      if (isUnread) waiting.set(view, [...(waiting.get(view) ?? []), value]);
      return value;
    },
    kept: (view, value) => {
      if (typeof value !== 'string') return;
      kept.add(value);
      tabs.get(value)?.add(view.tab);
      if (knows(view)) alsoMeant(value, view.tab.page.identity());
    },
    left: (value) => void kept.add(String(value)),
    repeated: ({ tab }, { inputs, conversationId, page: launched }, shown) => {
      // Beside the same page, while the view shows the same conversation, it is as if it were typed there.
      const isTalk = conversationId !== undefined && conversationId === shown;
      const isHere = isTalk && launched?.title === tab.page.now().title;
      for (const value of Object.values(inputs ?? {}).map(String)) {
        kept.add(value);
        tabs.get(value)?.add(tab);
        if (isHere) alsoMeant(value, tab.page.identity());
      }
    },
    pageRead: (view) => {
      for (const value of waiting.get(view) ?? []) {
        meant.get(value)?.delete(anyPage);
        meant.get(value)?.add(view.tab.page.identity());
      }
      waiting.delete(view);
    },
    isMeantIn: (tab, value) =>
      [anyPage, tab.page.identity()].some((each) => meant.get(value)?.has(each)),
    isOf: (tab, value) => tabs.get(value)?.has(tab) ?? true,
    isKept: (value) => kept.has(value),
  };
}

/** Whether a view has the page as it is, so that what is done in it is done on that page. */
function knows({ state, tab: { page } }: Viewed): boolean {
  const { documentId, address, number } = page.now();
  return (
    state.page.state === 'read' &&
    state.page.document.documentId === documentId &&
    state.page.document.address === address &&
    (page.isList() || number === page.front())
  );
}

/** The customer whose page a view shows its form beside. */
function shownIn({ state }: Viewed): string[] {
  const customer = names.indexOf(titleIn(state) ?? '');
  return customer < 0 ? [] : [`customer ${customer}`];
}
