import { emptyForm, type Form, type FormValue, own, setValue, withhold } from '../form/form.ts';
import { everyInput, type FlowInput } from '../form/input-schema.ts';
import { hasValue, type PageFields } from '../form/mapping.ts';
import { confirmHere, isOfPage, untouch } from '../form/origin.ts';
import { isSameOrigin, type Origin } from '../page/document.ts';
import { isSaid } from '../page/said.ts';
import { connectionInUse } from '../settings/settings.ts';
import type { FormView } from '../view/form-view.ts';
import { andThen, type Happening, type Step, still, withDraft } from '../view/happening.ts';
import type { LauncherState } from '../view/launcher.ts';
import { frontOf, isWaiting, pageUnknown } from '../view/visible.ts';
import { afterEdit } from './launch.ts';

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
  const forms = { ...state.draft.forms, [flowId]: form };
  return withDraft(afterEdit(state), { forms, sentAs: undefined });
}

function edited(state: LauncherState, form: Form, edit: Edit, here: Origin | undefined): Form {
  const front = here ?? frontOf(state.page);
  const origin = front ?? pageUnknown(state);
  switch (edit.type) {
    case 'input-set': {
      const { name, value, source } = edit;
      const begun = source === undefined ? whereBegun(form, name, value) : undefined;
      const isElsewhere = begun !== undefined && !isSameOrigin(begun, origin);
      return setValue(form, name, value, { source, origin: isElsewhere ? begun : origin });
    }
    case 'input-confirmed':
      return front === undefined ? form : confirmHere(form, edit.name, front);
    case 'page-value-taken':
      return untouch(form, edit.name);
    case 'input-withheld':
      return withhold(form, edit.name, edit.isWithheld);
  }
}

/**
 * Where a value was begun to which the person only adds: the page may have become another one while they type.
 * Undefined where they wrote something else in its place.
 */
function whereBegun(form: Form, name: string, value: FormValue): Origin | undefined {
  const [before, now] = [[own(form.values, name) ?? ''].flat(), [value].flat()].map((texts) =>
    texts.join('\n'),
  );
  const isAddedTo = before && now !== undefined && isWithin(before, now);
  return isAddedTo && !isOfPage(form, name) ? own(form.origins ?? {}, name) : undefined;
}

/** Whether a text became another one because something was inserted in one place. */
function isWithin(before: string, now: string): boolean {
  if (now.length <= before.length) return false;
  let same = 0;
  while (same < before.length && before[same] === now[same]) same += 1;
  return now.endsWith(before.slice(same));
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
    withDraft({ ...next, focusedInput }, { forms, sentAs: undefined }),
  );
}

/**
 * Adds the input that a finding leads to, if the form does not show it because all its inputs are typed as one. The
 * focus goes there.
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

/**
 * What the person chose from the page goes if the page, read anew, no longer has it. A page that was not read to its
 * end does not tell what is gone.
 */
export function leaveGone(
  before: LauncherState,
  state: LauncherState,
  view: FormView | undefined,
): Step {
  const { page, draft } = state;
  const isSame = page === before.page && draft.flowId === before.draft.flowId;
  const isReadWhole = page.state === 'read' && page.context.complete;
  if (isSame || !isReadWhole || view === undefined || isWaiting(state)) return still(state);
  const form = draft.forms[view.flowId];
  if (form === undefined) return still(state);
  const gone = view.inputs.filter((input) => isGone(form, input, page.context));
  if (gone.length === 0) return still(state);
  const left = gone.map(({ name }) => name).reduce(untouch, form);
  return withDraft(state, { forms: { ...draft.forms, [view.flowId]: left } });
}

function isGone(form: Form, input: FlowInput, page: PageFields): boolean {
  const { name } = input;
  if (!form.touched.includes(name) || !isOfPage(form, name)) return false;
  const { kind, field } = own(form.sources, name) ?? { kind: 'typed' };
  // What was said is no part of the page, nor is what Genesys Cloud knows of its customer.
  if (field === undefined || kind === 'contact' || isSaid({ kind })) return false;
  return !hasValue(page, field, input, own(form.values, name) ?? '');
}
