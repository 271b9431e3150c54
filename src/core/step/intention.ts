import { untouch } from '../form/origin.ts';
import { intentionLasts, isIntended } from '../launch/intention.ts';
import { isSamePage } from '../page/document.ts';
import { isSaid } from '../page/said.ts';
import type { FormView } from '../view/form-view.ts';
import { type At, andThen, reading, type Step, still, withDraft } from '../view/happening.ts';
import type { LauncherState } from '../view/launcher.ts';
import { isWaiting } from '../view/visible.ts';
import { chooseFlow } from './draft.ts';

/**
 * A click in the menu, a command or the address bar opened this view. The flow that it named is chosen;
 * what it said counts as soon as the page is known, if it is still the same page.
 */
export function takeIntention(state: LauncherState, event: At & { type: 'intention-taken' }): Step {
  const { intention, at } = event;
  const front = state.page.state === 'reading' ? undefined : state.page.document;
  if (!isIntended(intention, front, at)) return still(state);
  const { said: words, document, flowId, atOnce } = intention;
  const saysSomething = Object.values(words).some((each) => each !== undefined);
  // A page that was read before the click is read again.
  const read = state.page.state === 'reading' ? state.reads.asked : state.reads.asked + 1;
  const said = saysSomething ? { said: words, document, read, isApplied: false } : undefined;
  const heard = { ...state, said };
  const hearing = said && state.page.state !== 'reading' ? reading(heard) : still(heard);
  if (flowId === undefined) return hearing;
  const chosen = andThen(hearing, (next) => chooseFlow(next, flowId));
  return andThen(chosen, (next) =>
    still({
      ...next,
      launching: atOnce
        ? { step: 'intended', flowId, until: intention.at + intentionLasts, document }
        : undefined,
    }),
  );
}

/** What was just said wins, once, over what was typed or chosen before. */
export function applySaid(state: LauncherState, view: FormView | undefined): Step {
  const { said, draft } = state;
  if (said === undefined || said.isApplied || view === undefined || isWaiting(state)) {
    return still(state);
  }
  if (said.read > state.reads.taken) return still(state);
  const applied = { ...state, said: { ...said, isApplied: true } };
  const form = draft.forms[view.flowId];
  if (form === undefined) return still(applied);
  const won = form.touched.filter((name) => {
    const offered = Object.hasOwn(view.offers, name) ? view.offers[name]?.offered : undefined;
    return offered !== undefined && isSaid(offered.source);
  });
  if (won.length === 0) return still(applied);
  const forms = { ...draft.forms, [view.flowId]: won.reduce(untouch, form) };
  return withDraft(applied, { forms });
}

/** Whether a launch at once was meant for another page than the one in front. */
export function isMeantElsewhere({ launching, page }: LauncherState): boolean {
  if (launching?.step !== 'intended' || launching.document === undefined) return false;
  return page.state !== 'reading' && !isSamePage(launching.document, page.document);
}
