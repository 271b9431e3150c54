import { isExplainable } from '../diagnosis/gathered.ts';
import { withoutLaunched } from '../form/draft.ts';
import { wasAccepted } from '../launch/launch.ts';
import { wantChoices } from '../view/choices.ts';
import type { ViewForm } from '../view/form-view.ts';
import {
  type At,
  andThen,
  type Effect,
  reading,
  type Step,
  still,
  withDraft,
} from '../view/happening.ts';
import type { LauncherState } from '../view/launcher.ts';
import { frontOf } from '../view/visible.ts';
import {
  afterSettings,
  afterSigningIn,
  afterSigningOut,
  forAnotherPerson,
  refreshFlows,
} from './connection.ts';
import { lookingUpContact, lookUpContactOnce } from './contact.ts';
import { readConversationsOnce, readingConversations } from './conversation.ts';
import { chooseCustomer, choosePerson } from './customer.ts';
import { addMissing, chooseFlow, editForm, leaveGone, readingFlow, repeatForm } from './draft.ts';
import { applySaid, isMeantElsewhere, takeIntention } from './intention.ts';
import { answerQuestion, goOn, interrupted, pressLaunch, withoutLate } from './launch.ts';
import {
  afterConversations,
  afterReading,
  afterSilence,
  afterSilentConversations,
  awaitsReading,
} from './look.ts';
import {
  foundAnother,
  notKnown,
  takeGlance,
  takePage,
  takeSilence,
  takeUnreadable,
} from './page.ts';
import { offeredFlow } from './site-flow.ts';
import { turnedAtAfter } from './turned.ts';

/**
 * The next state of a view when something happens, and the effects that it asks for. The popup and the side
 * panel decide everything here.
 */
export function step(shown: LauncherState, event: At, formOf: ViewForm): Step {
  const state = withoutLate(shown, event);
  const before = { state, form: formOf(state) };
  const shownIn = (next: LauncherState) => ({ state: next, form: formOf(next) });
  return [
    (next: LauncherState) => after(state, next, event),
    (next: LauncherState) => applySaid(next, formOf(next)),
    (next: LauncherState) => leaveGone(state, next, formOf(next)),
    (next: LauncherState) => addMissing(next, formOf(next)),
    (next: LauncherState) =>
      isMeantElsewhere(next) ? still({ ...next, launching: undefined }) : still(next),
    (next: LauncherState) => lookUpContactOnce(next, formOf(next)),
    (next: LauncherState) => noteTurn(next, turnedAtAfter(before, event, shownIn(next))),
    (next: LauncherState) => goOn(next, formOf(next), event),
  ].reduce(andThen, happened(state, event, formOf));
}

/** Keeps the same object if nothing turned, because a view is drawn again for each new one. */
function noteTurn(state: LauncherState, turnedAt: number | undefined): Step {
  return still(turnedAt === state.turnedAt ? state : { ...state, turnedAt });
}

function happened(state: LauncherState, event: At, formOf: ViewForm): Step {
  switch (event.type) {
    case 'stored':
      return still({ ...state, ...event.part });
    case 'draft-came':
      return still({ ...state, draft: event.draft });
    case 'flows-known':
      return still({ ...state, done: { ...state.done, knowsFlows: true } });
    case 'woken':
      return still(state);
    case 'page-read': {
      const taken = withoutGone(state, takePage(state, event), formOf);
      return afterReading(state, taken, event.read, formOf);
    }
    case 'page-unreadable':
      return afterReading(state, takeUnreadable(state, event), event.read, formOf);
    case 'page-silent':
      return awaitsReading(state, event.read)
        ? afterSilence(state, formOf(state))
        : takeSilence(state, event);
    case 'glanced':
      return takeGlance(state, event);
    case 'intention-taken':
      return takeIntention(state, event);
    case 'page-loaded':
      return reading({ ...interrupted(notKnown(state)), notice: undefined });
    case 'read-again': {
      const again = reading({ ...interrupted(state), notice: undefined });
      return event.byHand ? andThen(again, (next) => readingConversations(next, true)) : again;
    }
    case 'conversations-seen': {
      const next = { ...state, conversations: event.conversations };
      return afterConversations(next, formOf(next));
    }
    case 'conversations-silent':
      return afterSilentConversations(state, formOf(state));
    case 'customer-chosen':
      return chooseCustomer(state, event.choice);
    case 'person-chosen':
      return choosePerson(state, event.choice);
    case 'contact-wanted':
      return lookingUpContact(state, formOf(state));
    case 'flow-chosen':
      return chooseFlow(state, event.flowId);
    case 'flows-wanted':
      return refreshFlows(state);
    case 'flow-forgotten':
      return withDraft(state, { flowId: undefined });
    case 'form-repeated':
      return andThen(
        repeatForm({ ...state, history: undefined }, event.flowId, event.form),
        (next) => closed(next, event.freshId),
      );
    case 'input-set':
    case 'input-confirmed':
    case 'page-value-taken':
    case 'input-withheld':
      return editForm(state, event, formOf(state)?.here);
    case 'choices-wanted':
      return wantChoices(state, event.name);
    case 'input-focused':
      return still({ ...state, focusedInput: event.name });
    case 'launch-pressed':
      return pressLaunch(state, formOf(state), event);
    case 'question-answered':
      return answerQuestion(state, formOf(state), event);
    case 'stopped':
    case 'interrupted':
      return still(interrupted(state));
    case 'answered': {
      const failure = event.outcome.ok ? undefined : event.outcome.failure;
      const next = { ...state, failure };
      return failure?.code === 'page-changed' ? foundAnother(next, event) : still(next);
    }
    case 'launch-opened':
      return show({ ...state, openedLaunch: event.launchId, history: undefined }, event.launchId);
    case 'launch-closed':
      return closed(state, event.freshId);
    case 'evidence-missing':
      // Even without evidence the view has something to say.
      return still(state.launch?.id === event.launchId ? { ...state, evidence: {} } : state);
  }
}

/** What the page no longer has is gone before a launch that waits for this reading is decided on. */
function withoutGone(before: LauncherState, taken: Step, formOf: ViewForm): Step {
  return andThen(taken, (next) => leaveGone(before, next, formOf(next)));
}

function show(state: LauncherState, launchId: string | undefined): Step {
  return { state, effects: [{ do: 'show-launch', launchId }] };
}

/** Back to the form. One form makes one launch, so the next has another id. */
function closed(state: LauncherState, freshId: string): Step {
  const { launch } = state;
  const next = { ...state, launchId: freshId, openedLaunch: undefined, failure: undefined };
  const forget: Effect[] = launch ? [{ do: 'forget-evidence', launchId: launch.id }] : [];
  return { state: next, effects: [{ do: 'show-launch', launchId: undefined }, ...forget] };
}

/** What follows from a change. */
function after(before: LauncherState, state: LauncherState, event: At): Step {
  return [
    forAnotherPerson,
    afterSettings(before),
    afterSigningOut(before),
    afterSigningIn(before),
    readConversationsOnce,
    afterLaunch(before, event),
    explain,
    offerFlow,
  ].reduce(andThen, still(state));
}

/** Empties the form after an accepted launch; closes a result that another view closed. */
function afterLaunch(before: LauncherState, event: At): (state: LauncherState) => Step {
  return (state) => {
    const { launch, launchId, done, draft } = state;
    if (launch === undefined) {
      const isClosed = before.launch !== undefined && launchId === before.launchId;
      return still(
        isClosed ? { ...state, launchId: event.freshId, openedLaunch: undefined } : state,
      );
    }
    const isSentFromHere = launch.id === launchId || draft.sentAs?.includes(launch.id);
    const isOurs = isSentFromHere && done.emptied !== launch.id;
    if (!isOurs || !wasAccepted(launch)) return still(state);
    return withDraft(
      { ...state, done: { ...done, emptied: launch.id } },
      withoutLaunched(draft, launch.flow.id),
    );
  };
}

/** Asks once why a launch did not go well. */
function explain(state: LauncherState): Step {
  const { launch, evidence, done } = state;
  if (launch === undefined || evidence !== undefined || !isExplainable(launch)) return still(state);
  if (done.explained === launch.id) return still(state);
  const asked = { ...state, done: { ...done, explained: launch.id } };
  return { state: asked, effects: [{ do: 'gather-evidence', launchId: launch.id }] };
}

/** Offers the flow for the page's site, once a page, so that a person can go on to another. */
function offerFlow(state: LauncherState): Step {
  const front = frontOf(state.page);
  const page = front && `${front.documentId} ${front.address}`;
  if (page === undefined || !state.done.knowsFlows || state.done.offered === page)
    return still(state);
  const offered = offeredFlow(state);
  if (offered === undefined) return still(state);
  const noted = { ...state, done: { ...state.done, offered: page } };
  return andThen(withDraft(noted, offered), (next) => readingFlow(next, offered.flowId));
}
