import type { Failure, Outcome } from '../base/failure.ts';
import type { Conversations } from '../conversation/recent.ts';
import type { Choice } from '../conversation/which-customer.ts';
import type { Draft } from '../form/draft.ts';
import type { Form, FormValue, ValueSource } from '../form/form.ts';
import type { Intention } from '../launch/intention.ts';
import type { PageContext } from '../page/context.ts';
import type { Glance, PageDocument } from '../page/document.ts';
import type { Heard } from '../page/said.ts';
import type { Connection } from '../settings/settings.ts';
import type { LauncherState, ReadPage } from './launcher.ts';
import type { PersonChoice } from './people.ts';
import type { Question, QuestionName } from './protocol.ts';

/** What can happen to a view. */
export type Happening = PersonHappening | SourceHappening;

/** What the person does in a view. Components pass it to `happen`. */
export type PersonHappening =
  /** `byHand`: the person asked for it, and means the conversations, too. */
  | { type: 'read-again'; byHand?: boolean }
  /** Whom the form is about, where page and conversations do not settle it. */
  | { type: 'customer-chosen'; choice: Choice }
  /** Of the people on the page; undefined to be asked again. */
  | { type: 'person-chosen'; choice: PersonChoice | undefined }
  /** The person wants the external contact behind the form's customer. */
  | { type: 'contact-wanted' }
  | { type: 'flow-chosen'; flowId: string }
  /** By typing, or (with a source) by choosing from the page. */
  | { type: 'input-set'; name: string; value: FormValue; source?: ValueSource | undefined }
  /** A value that was typed on another page is meant for this one. */
  | { type: 'input-confirmed'; name: string }
  /** What this page says is meant, in place of what was typed or chosen. */
  | { type: 'page-value-taken'; name: string }
  | { type: 'input-withheld'; name: string; isWithheld: boolean }
  /** The person enters an input that is chosen from the rows of a table. */
  | { type: 'choices-wanted'; name: string }
  /** `Launch`. `anyway`: although it may be refused, or runs twice within a short time. */
  | { type: 'launch-pressed'; anyway: boolean }
  /** The answer to the question before a launch in production. */
  | { type: 'question-answered'; yes: boolean }
  /** The person takes back what is about to be launched at once. */
  | { type: 'stopped' }
  /** A key, a click or an edit: nothing is launched at once after it. */
  | { type: 'interrupted' }
  /** A launch is shown in place of the form. */
  | { type: 'launch-opened'; launchId: string }
  /** Back to the form: after an accepted launch with nothing but what the page says. */
  | { type: 'launch-closed' };

/** What came from storage, the page and the worker, and what the launcher's other actions led to. */
type SourceHappening =
  /** Something in storage was read, or changed. */
  | { type: 'stored'; part: Partial<LauncherState> }
  /** Another view beside the tab changed the draft. */
  | { type: 'draft-came'; draft: Draft }
  /** The list of flows was read from storage. */
  | { type: 'flows-known' }
  /** A reading that was asked for came back, by its number; `changes` and `moves` as in `Glance`, at that time. */
  | { type: 'page-read'; read: number; page: ReadPage; changes: number; moves: number }
  | {
      type: 'page-unreadable';
      read: number;
      failure: Failure;
      document: PageDocument;
      context?: PageContext | undefined;
    }
  /** It did not come back in time. */
  | {
      type: 'page-silent';
      read: number;
      document: PageDocument;
      context?: PageContext | undefined;
    }
  /** Where the page is now, and how often its content has changed; undefined where it cannot be seen. */
  | { type: 'glanced'; glance: Glance | undefined }
  /** A click in the menu, a command or the address bar opened this view. */
  | { type: 'intention-taken'; intention: Intention }
  /** The browser says that the tab has loaded a page, whichever it is. */
  | { type: 'page-loaded' }
  /** The person's conversations came back for a launch that waits for them, or did not come in time. */
  | { type: 'conversations-seen'; conversations: Conversations | undefined }
  | { type: 'conversations-silent' }
  | { type: 'input-focused'; name: string }
  | { type: 'flow-forgotten' }
  /** The list of flows is to be read again. */
  | { type: 'flows-wanted' }
  | { type: 'form-repeated'; flowId: string; form: Form | undefined }
  /** A time that an effect asked to be woken at has come. */
  | { type: 'woken' }
  /** What the worker said to the last question that a person asked. */
  | { type: 'answered'; outcome: Outcome<null> }
  | { type: 'evidence-missing'; launchId: string };

/** A happening with its time and an id made for it, because the step is pure: it has no clock and no randomness. */
export type At<Of extends Happening = Happening> = Of & { at: number; freshId: string };

type Ask = { [Name in QuestionName]: { ask: Name; question: Question<Name> } }[QuestionName];

/** One reading of a page. */
export interface Reading {
  /** Its number, which tells its answer from older ones. */
  read: number;
  /** What a click said of the page, where that is known before the view's state is. */
  said?: Heard | undefined;
  /** A launch waits for it. */
  isLook?: boolean;
}

/** What a view wants done. The result comes back as a happening. */
export type Effect =
  | ({ do: 'read-page' } & Reading)
  /** `shown`: what the worker refuses is shown. */
  | ({ do: 'ask'; shown: boolean } & Ask)
  /** Has the person's conversations read anew, for a launch that waits for them. */
  | { do: 'look-at-conversations'; connection: Connection }
  | { do: 'gather-evidence'; launchId: string }
  | { do: 'save-draft'; draft: Draft }
  /** Shows a launch in place of the form, in every view beside the tab; undefined: the form. */
  | { do: 'show-launch'; launchId: string | undefined }
  | { do: 'forget-evidence'; launchId: string }
  /** `woken` at that time, in milliseconds since 1970. */
  | { do: 'wake'; at: number };

/** The next state, and the effects that it asks for. */
export interface Step {
  state: LauncherState;
  effects: readonly Effect[];
}

/** A step without effects. */
export function still(state: LauncherState): Step {
  return { state, effects: [] };
}

/** One step after the other, as one. */
export function andThen(first: Step, next: (state: LauncherState) => Step): Step {
  const second = next(first.state);
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}

/** Asks for the page to be read. */
export function reading(state: LauncherState, kind: Pick<Reading, 'isLook'> = {}): Step {
  const read = state.reads.asked + 1;
  return {
    state: { ...state, reads: { ...state.reads, asked: read } },
    effects: [{ do: 'read-page', read, ...kind }],
  };
}

/** Changes the draft, here and for the other views beside the tab. */
export function withDraft(state: LauncherState, changed: Partial<Draft>): Step {
  const draft = { ...state.draft, ...changed };
  return { state: { ...state, draft }, effects: [{ do: 'save-draft', draft }] };
}
