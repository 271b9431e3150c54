import { isOtherCustomer, isSamePage, type PageDocument } from '../page/document.ts';
import type { FormView, ViewForm } from '../view/form-view.ts';
import { andThen, reading, type Step, still } from '../view/happening.ts';
import type { FormNotice, LauncherPage, LauncherState } from '../view/launcher.ts';
import { isOfAnotherPage } from '../view/visible.ts';
import { isSameMeant, otherValues, sendsTheSame } from './meant.ts';
import { sending } from './sending.ts';

/** Whether a launch waits for this reading of the page. */
export function awaitsReading({ launching }: LauncherState, read: number): boolean {
  return launching?.step === 'checking' && launching.read === read;
}

/** Looks at the page for a launch that waits for it. */
export function lookingAtPage(state: LauncherState): Step {
  const { launching } = state;
  if (launching?.step !== 'checking') return still(state);
  const read = state.reads.asked + 1;
  return reading({ ...state, launching: { ...launching, read } }, { isLook: true });
}

/** Goes on with a launch if it waits for this reading. */
export function afterReading(
  before: LauncherState,
  taken: Step,
  read: number,
  formOf: ViewForm,
): Step {
  return awaitsReading(before, read)
    ? andThen(taken, (next) => afterLooking(next, formOf(next)))
    : taken;
}

/** The conversations that a launch waits for came back, or a failure in their place. */
export function afterConversations(state: LauncherState, view: FormView | undefined): Step {
  return state.conversations?.failure
    ? afterSilentConversations(state, view)
    : lookAtPageNext(state, view);
}

/** If the look at the page is under way already, the answer about conversations belongs to an earlier launch. */
function lookAtPageNext(state: LauncherState, view: FormView | undefined): Step {
  const { launching } = state;
  if (launching?.step !== 'checking' || launching.read !== undefined) return still(state);
  return launching.looksAtPage ? lookingAtPage(state) : afterLooking(state, view);
}

/**
 * Compares what the sources say now with what the person meant. If it is the same, it is sent; else nothing is
 * sent, and the form says what differs.
 *
 * @param view the form as it is with what the sources say now
 */
function afterLooking(state: LauncherState, view: FormView | undefined): Step {
  const { launching, page } = state;
  if (launching?.step !== 'checking') return still(state);
  const quiet = { ...state, launching: undefined };
  const isGone = launching.looksAtPage && !isStill(page, launching.unread);
  if (view === undefined || isGone) {
    return still({ ...quiet, notice: { kind: 'page-changed' } });
  }
  if (isOfAnotherPage(view)) {
    return still({ ...quiet, notice: { kind: 'page-changed' }, attempts: state.attempts + 1 });
  }
  const { anyway, since: meantAt } = launching;
  if (isSameMeant(launching, view)) return sending(quiet, view, { anyway, meantAt });
  if (sendsTheSame(launching, view) && isOtherCustomer(launching.here, view.here)) {
    return still({ ...quiet, notice: { kind: 'page-changed' } });
  }
  // A value that came with the first reading is shown like any other that differs.
  const isAnother = launching.who !== '' && launching.who !== view.who;
  const notice: FormNotice =
    isAnother || sendsTheSame(launching, view)
      ? { kind: 'conversation-changed' }
      : otherValues(launching, view);
  return still({ ...quiet, notice });
}

/** Whether the page may still be the same: it rests, or it still cannot be read. */
function isStill(page: LauncherPage, unread: PageDocument | undefined): boolean {
  if (page.state === 'read') return page.move === undefined;
  return page.state === 'unreadable' && isSamePage(unread, page.document);
}

/** Genesys Cloud did not answer, so the conversation that the form uses may be another one. */
export function afterSilentConversations(state: LauncherState, view: FormView | undefined): Step {
  const { launching } = state;
  if (launching?.step !== 'checking' || launching.read !== undefined) return still(state);
  // A form that uses nothing of a conversation is launched as it would be without one.
  if (launching.who === '') return lookAtPageNext(state, view);
  return still({ ...state, launching: undefined, notice: { kind: 'conversation-silent' } });
}

/**
 * The page does not answer: the form says how old its values are, and asks. A page that never answered has given
 * none.
 */
export function afterSilence(state: LauncherState, view: FormView | undefined): Step {
  const { launching, page } = state;
  if (launching?.step !== 'checking') return still(state);
  if (page.state !== 'read') return afterLooking(state, view);
  const notice: FormNotice = { kind: 'page-silent', readAt: page.document.readAt };
  return still({ ...state, launching: undefined, notice });
}
