import type { Failure } from '../base/failure.ts';
import { remembered } from '../base/remembered.ts';
import { type PreflightFacts, type PreflightLine, preflight } from '../diagnosis/preflight.ts';
import type { FlowDetail } from '../flow/flow.ts';
import { chosenFlow, flowFailure } from '../flow/list.ts';
import { checkForm } from '../form/check.ts';
import { isTypedAsOne, offerOfEvery, withMissing } from '../form/every-input.ts';
import { emptyForm, type Form, fillForm, heldValue, isWithheld } from '../form/form.ts';
import { everyInput, type FlowInput, flowInputs } from '../form/input-schema.ts';
import { type InputOffer, mapInputs, offeredValues } from '../form/mapping.ts';
import { fieldOfName } from '../form/names.ts';
import { onPage, typedElsewhere, withoutPage, withoutRead } from '../form/origin.ts';
import type { FormProblem, OffsetAt } from '../form/value.ts';
import { readInHouse } from '../number/in-house.ts';
import { readPhone } from '../number/read.ts';
import type { Origin } from '../page/document.ts';
import { connectionInUse, type Settings } from '../settings/settings.ts';
import { choicesFor } from './choices.ts';
import { whoIn } from './customer.ts';
import type { FormView, ViewForm } from './form-view.ts';
import type { LauncherState } from './launcher.ts';
import type { withoutSuggestion } from './people.ts';
import { isTabGone } from './visible.ts';
import { customerView, peopleView, whomViews } from './whom.ts';

/** Makes the function that derives the form. It remembers its last result, because a view asks at every key. */
export function formViews(offsetAt: OffsetAt): ViewForm {
  const inputsOf = remembered(flowInputs);
  const namesOf = remembered((mapping: Readonly<Record<string, string>> | undefined) =>
    Object.keys(mapping ?? {}),
  );
  const whomOf = whomViews();
  const offersOf = remembered(mapInputs);
  const choosing = remembered(choicesFor);
  const filled = remembered(
    (
      inputs: readonly FlowInput[],
      offers: Readonly<Record<string, InputOffer>>,
      set: Form,
      here: Origin | undefined,
      isUnread: boolean,
    ): Form => {
      const known = isUnread ? withoutRead(set) : set;
      const kept = here === undefined ? withoutPage(set) : onPage(known, here);
      return fillForm(inputs, offeredValues(offers), kept);
    },
  );
  const checked = remembered((inputs: readonly FlowInput[], form: Form, schema: unknown) =>
    checkForm(inputs, form, { schema, offsetAt }),
  );
  const everyOf = remembered(offerOfEvery);
  const missingIn = remembered(
    (form: Form, name: string | undefined, fields: ReturnType<typeof withoutSuggestion>) =>
      name === undefined || name === everyInput ? form : withMissing(form, name, fields),
  );
  const numbersOf = remembered(numbersIn);
  const linesOf = remembered(linesFor);
  const customerOf = remembered(customerView);
  const peopleIn = remembered(peopleView);

  return remembered((state: LauncherState): FormView | undefined => {
    const { settings, draft, flowDetails, page, session, openedAt } = state;
    const connection = connectionInUse(settings);
    const { flowId } = draft;
    // Nothing is launched for a tab that is gone.
    if (isTabGone(page)) return undefined;
    if (connection === undefined || flowId === undefined) return undefined;
    const flow = chosenFlow(connection, flowDetails, flowId);
    const failure = flowFailure(connection, flowDetails, flowId);
    const configured = connection.flows.find(({ id }) => id === flowId);
    const mapping = configured?.inputs;
    const choices = choosing(configured?.choices, state.tables);
    const schema = flow?.inputSchema;
    const { inputs, note } = inputsOf(schema, namesOf(mapping));
    const whom = whomOf(state, connection);
    const { decision, fields, here, contact } = whom;
    const isTyped = isTypedAsOne(inputs);
    const isUnknown = isTyped && failure !== undefined;
    const offers = isUnknown ? everyOf(fields) : offersOf(inputs, fields, mapping);
    const isUnread = page.state === 'unreadable';
    const form = filled(inputs, offers, draft.forms[flowId] ?? emptyForm, here, isUnread);
    const filledIn = [inputs, form, offers, mapping] as const;
    const customer = decision && customerOf(whom.about, decision, ...filledIn, settings);
    const people = whom.isOfPage
      ? peopleIn(whom.page, whom.people, whom.person, ...filledIn)
      : undefined;
    const completed = isTyped ? missingIn(form, state.focusedInput, fields) : form;
    const { inputData, sendable, problems: wrong } = checked(inputs, form, schema);
    const elsewhere = typedElsewhere(form, here);
    const problems = withElsewhere(inputs, form, wrong, elsewhere);
    const numbers = numbersOf(inputs, form, settings);
    const isAsked = (customer?.isAsked || people?.isAsked) ?? false;
    const lines = linesOf(session, openedAt, flow, failure, problems, numbers, isAsked);
    const start = { flowId, flowName: flow?.name ?? flowId, inputData: inputData ?? sendable };
    const who = decision ? whoIn(decision) : '';
    return {
      ...{ flowId, flow, failure, inputs, note, offers, form, problems, elsewhere, lines },
      ...{ start, who, customer, people, contact, choices, here, completed },
    };
  });
}

/** What was typed on another page does not count as filled in until the person has looked at it. */
function withElsewhere(
  inputs: readonly FlowInput[],
  form: Form,
  problems: readonly FormProblem[],
  elsewhere: Readonly<Record<string, Origin>>,
): readonly FormProblem[] {
  const more = inputs
    .filter(({ name }) => Object.hasOwn(elsewhere, name) && !isWithheld(form, name))
    .filter(({ name }) => !problems.some(({ input }) => input === name))
    .map(({ name }) => ({ input: name, code: 'elsewhere', params: {} }) as const);
  return more.length === 0 ? problems : [...problems, ...more];
}

function linesFor(
  session: LauncherState['session'],
  now: number,
  flow: FlowDetail | undefined,
  flowFailure: Failure | undefined,
  problems: readonly FormProblem[],
  numbers: PreflightFacts['numbers'],
  isCustomerAsked: boolean,
): readonly PreflightLine[] {
  return preflight({ session, now, flow, flowFailure, problems, numbers, isCustomerAsked });
}

/** Whether what the inputs for telephone numbers hold can be a number at all. */
function numbersIn(
  inputs: readonly FlowInput[],
  form: Form,
  { defaultCountry, inHouseNumbers }: Pick<Settings, 'defaultCountry' | 'inHouseNumbers'>,
): PreflightFacts['numbers'] {
  const held = inputs.filter(isForNumber).map((input) => heldValue(form, input));
  const values = held.flat().filter((value) => value.trim() !== '');
  return values.map((value) => {
    const phone = readPhone(value, [defaultCountry]) ?? readInHouse(value, inHouseNumbers);
    return { value, isPlausible: phone !== undefined };
  });
}

function isForNumber({ name, label }: FlowInput): boolean {
  return [name, label].some((words) => fieldOfName(words) === 'customerNumber');
}
