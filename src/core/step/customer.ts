import type { Choice } from '../conversation/which-customer.ts';
import type { Draft } from '../form/draft.ts';
import { type Form, own } from '../form/form.ts';
import { untouch } from '../form/origin.ts';
import { andThen, type Step, withDraft } from '../view/happening.ts';
import type { LauncherState } from '../view/launcher.ts';
import type { PersonChoice } from '../view/people.ts';
import { frontOf, pageUnknown } from '../view/visible.ts';
import { afterEdit } from './launch.ts';

/**
 * The person said whom the form is about. Values that they chose from a list belonged to the customer before,
 * and go; what they typed stays.
 */
export function chooseCustomer(state: LauncherState, choice: Choice): Step {
  const origin = frontOf(state.page) ?? pageUnknown(state);
  const step = chosen(state, { customer: { ...choice, origin } });
  return choice.take === 'conversation' ? andThen(step, forAnother(undefined)) : step;
}

/** The person said which of the people on the page the form is about; undefined to be asked again. */
export function choosePerson(state: LauncherState, choice: PersonChoice | undefined): Step {
  const origin = frontOf(state.page) ?? pageUnknown(state);
  const step = chosen(state, { person: choice && { ...choice, origin } });
  return choice ? andThen(step, forAnother(choice.number)) : step;
}

/**
 * Forms that are filled as a launch was, once the person says that they are about someone else, as far as their number
 * tells: the values wait for a look, as those of another page do.
 */
const forAnother =
  (number: string | undefined) =>
  (state: LauncherState): Step => {
    const forms = Object.entries(state.draft.forms).map(
      ([flowId, form]) => [flowId, isOf(form, number) ? form : toBeLookedAt(form)] as const,
    );
    return withDraft(state, { forms: Object.fromEntries(forms) });
  };

/** Whether a form is the person's own, or was launched for someone who has this number. */
function isOf(form: Form, number: string | undefined): boolean {
  if (!form.asLaunched) return true;
  return number !== undefined && form.touched.some((name) => own(form.values, name) === number);
}

function toBeLookedAt(form: Form): Form {
  const origins = Object.entries(form.origins ?? {}).map(
    ([name, { address, title }]) => [name, { documentId: 'launch', address, title }] as const,
  );
  return { ...form, origins: Object.fromEntries(origins) };
}

function chosen(state: LauncherState, choice: Pick<Draft, 'customer' | 'person'>): Step {
  const forms = Object.entries(state.draft.forms).map(
    ([flowId, form]) => [flowId, withoutChosen(form)] as const,
  );
  const edited = { ...afterEdit(state), attempts: 0 };
  return withDraft(edited, { ...choice, forms: Object.fromEntries(forms) });
}

function withoutChosen(form: Form): Form {
  if (form.asLaunched) return form;
  return form.touched.filter((name) => Object.hasOwn(form.sources, name)).reduce(untouch, form);
}
