import type { Choice } from '../conversation/which-customer.ts';
import type { Draft } from '../form/draft.ts';
import type { Form } from '../form/form.ts';
import { untouch } from '../form/origin.ts';
import { type Step, withDraft } from '../view/happening.ts';
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
  return chosen(state, { customer: { ...choice, origin } });
}

/** The person said which of the people on the page the form is about; undefined to be asked again. */
export function choosePerson(state: LauncherState, choice: PersonChoice | undefined): Step {
  const origin = frontOf(state.page) ?? pageUnknown(state);
  return chosen(state, { person: choice && { ...choice, origin } });
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
