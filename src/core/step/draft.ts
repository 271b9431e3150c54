import type { Draft } from '../form/draft.ts';
import { emptyForm, type Form, setValue, withhold } from '../form/form.ts';
import { everyInput } from '../form/input-schema.ts';
import { confirmHere, untouch } from '../form/origin.ts';
import type { Origin } from '../page/document.ts';
import { connectionInUse } from '../settings/settings.ts';
import type { FormView } from '../view/form-view.ts';
import { andThen, type Happening, type Step, still } from '../view/happening.ts';
import type { LauncherState } from '../view/launcher.ts';
import { frontOf, pageUnknown } from '../view/visible.ts';
import { interrupted } from './launch.ts';

type Edit = Extract<
  Happening,
  { type: 'input-set' | 'input-confirmed' | 'page-value-taken' | 'input-withheld' }
>;

/**
 * The person edited the form of the chosen flow.
 *
 * @param here the page and the conversation in which they did, where these are known
 */
export function editForm(state: LauncherState, edit: Edit, here: Origin | undefined): Step {
  const { flowId } = state.draft;
  if (flowId === undefined) return still(state);
  const form = edited(state, state.draft.forms[flowId] ?? emptyForm, edit, here);
  const stopped = interrupted(state);
  // What was pressed was another form; the person presses again.
  const launching = stopped.launching?.step === 'held' ? undefined : stopped.launching;
  const quiet = { ...stopped, launching, notice: undefined };
  return withDraft(quiet, { forms: { ...state.draft.forms, [flowId]: form } });
}

function edited(state: LauncherState, form: Form, edit: Edit, here: Origin | undefined): Form {
  const front = here ?? frontOf(state.page);
  const origin = front ?? pageUnknown(state);
  switch (edit.type) {
    case 'input-set':
      return setValue(form, edit.name, edit.value, { source: edit.source, origin });
    case 'input-confirmed':
      return front === undefined ? form : confirmHere(form, edit.name, front);
    case 'page-value-taken':
      return untouch(form, edit.name);
    case 'input-withheld':
      return withhold(form, edit.name, edit.isWithheld);
  }
}

/** Changes the draft, here and for the other views beside the tab. */
export function withDraft(state: LauncherState, changed: Partial<Draft>): Step {
  const draft = { ...state.draft, ...changed };
  return { state: { ...state, draft }, effects: [{ do: 'save-draft', draft }] };
}

/** Chooses a flow, and reads its inputs. */
export function chooseFlow(state: LauncherState, flowId: string): Step {
  const fresh = {
    ...state,
    focusedInput: undefined,
    attempts: 0,
    notice: undefined,
    failure: undefined,
    launching: undefined,
  };
  return andThen(withDraft(fresh, { flowId, bySite: undefined, byLast: undefined }), (next) =>
    readingFlow(next, flowId),
  );
}

/** Reads a flow while the view shows what it knows. */
export function readingFlow(state: LauncherState, flowId: string | undefined): Step {
  const connection = connectionInUse(state.settings)?.name;
  if (flowId === undefined || connection === undefined) return still(state);
  const question = { connection, flowId };
  return { state, effects: [{ do: 'ask', ask: 'readFlow', question, shown: false }] };
}

/** The form that the history or a finding leads back to, as if the person had filled it in. */
export function repeatForm(state: LauncherState, flowId: string, form: Form | undefined): Step {
  const forms = form === undefined ? state.draft.forms : { ...state.draft.forms, [flowId]: form };
  const { focusedInput } = state;
  return andThen(chooseFlow(state, flowId), (next) =>
    withDraft({ ...next, focusedInput }, { forms }),
  );
}

/**
 * A finding led to an input that a form does not show, for all its inputs are typed as one: it is added there, and
 * the focus goes there.
 */
export function addMissing(state: LauncherState, view: FormView | undefined): Step {
  const { launch, draft, focusedInput } = state;
  if (view === undefined || launch !== undefined || focusedInput === undefined) return still(state);
  if (view.completed === view.form) return still(state);
  const origin = view.here ?? frontOf(state.page) ?? pageUnknown(state);
  const form = confirmHere(view.completed, everyInput, origin);
  return withDraft(
    { ...state, focusedInput: everyInput },
    { forms: { ...draft.forms, [view.flowId]: form } },
  );
}
