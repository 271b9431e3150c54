import { isSamePage, type PageDocument } from '../page/document.ts';
import type { FormView } from './form-view.ts';
import { andThen, type Step, still } from './happening.ts';
import type { FormNotice, LauncherPage, LauncherState } from './launcher.ts';
import { isSameMeant, otherValues, sendsTheSame } from './meant.ts';
import { reading } from './page-step.ts';
import { sending } from './sending.ts';
import { isOfAnotherPage } from './visible.ts';

/** What derives the form from a state. */
type View = (of: LauncherState) => FormView | undefined;

/** Whether a launch waits for this reading of the page. */
export function isLookedAt({ launching }: LauncherState, read: number): boolean {
  return launching?.step === 'checking' && launching.page === 'asked' && launching.read === read;
}

/** Looks at the page for a launch that waits for it. */
export function lookingAtPage(state: LauncherState): Step {
  const { launching } = state;
  if (launching?.step !== 'checking') return still(state);
  const looking = { ...launching, page: 'asked', read: state.reads.asked + 1 } as const;
  return reading({ ...state, launching: looking });
}

/** A reading may be the look at the page that a launch waits for. */
export function looked(before: LauncherState, taken: Step, read: number, view: View): Step {
  return isLookedAt(before, read)
    ? andThen(taken, (next) => afterLooking(next, view(next), 'page'))
    : taken;
}

/** The conversations that a launch waits for were read; what kept them from being read says nothing. */
export function seen(state: LauncherState, view: View): Step {
  return state.conversations?.failure
    ? afterSilentConversations(state, view(state))
    : afterLooking(state, view(state), 'conversations');
}

/**
 * What was looked at once more says what it says now. What is still the same is sent; else nothing is, and
 * the form says what is another.
 *
 * @param view the form as it is with what the sources say now
 */
function afterLooking(
  state: LauncherState,
  view: FormView | undefined,
  seen: 'page' | 'conversations',
): Step {
  const { launching, page } = state;
  if (launching?.step !== 'checking') return still(state);
  const looked = { ...launching, [seen]: 'seen' };
  if (looked.page === 'next') return lookingAtPage({ ...state, launching: looked });
  const quiet = { ...state, launching: undefined };
  const isGone = looked.page === 'seen' && !isStill(page, looked.unread);
  if (view === undefined || isGone) {
    return still({ ...quiet, notice: { kind: 'page-changed' } });
  }
  if (isOfAnotherPage(view)) {
    return still({ ...quiet, notice: { kind: 'page-changed' }, attempts: state.attempts + 1 });
  }
  if (isSameMeant(looked, view)) return sending(quiet, view, looked.anyway);
  // What came in with a first reading is shown as what else the form says now.
  const isAnother = looked.who !== '' && looked.who !== view.who;
  const notice: FormNotice =
    isAnother || sendsTheSame(looked, view)
      ? { kind: 'conversation-changed' }
      : otherValues(looked, view);
  return still({ ...quiet, notice });
}

/** Whether a page may be the one that was there before: it rests, or still cannot be read. */
function isStill(page: LauncherPage, unread: PageDocument | undefined): boolean {
  if (page.state === 'read') return page.move === undefined;
  return page.state === 'unreadable' && isSamePage(unread, page.document);
}

/** Genesys Cloud does not say whether the conversation that the form takes is still the same. */
export function afterSilentConversations(state: LauncherState, view: FormView | undefined): Step {
  const { launching } = state;
  if (launching?.step !== 'checking') return still(state);
  // A form that takes nothing of a conversation is as it would be without.
  if (launching.who === '') return afterLooking(state, view, 'conversations');
  return still({ ...state, launching: undefined, notice: { kind: 'conversation-silent' } });
}

/**
 * The page does not answer: the form says how old its values are, and asks. One that did not answer before has
 * none.
 */
export function afterSilence(state: LauncherState, view: FormView | undefined): Step {
  const { launching, page } = state;
  if (launching?.step !== 'checking') return still(state);
  if (page.state !== 'read') return afterLooking(state, view, 'page');
  const notice: FormNotice = { kind: 'page-silent', readAt: page.document.readAt };
  return still({ ...state, launching: undefined, notice });
}
