import type { Failure } from '../base/failure.ts';
import { remembered } from '../base/remembered.ts';
import { type PreflightFacts, type PreflightLine, preflight } from '../diagnosis/preflight.ts';
import type { FlowDetail } from '../flow/flow.ts';
import { chosenFlow, flowFailure } from '../flow/list.ts';
import { checkForm } from '../form/check.ts';
import { emptyForm, type Form, fillForm, heldValue, isWithheld } from '../form/form.ts';
import { type FlowInput, flowInputs } from '../form/input-schema.ts';
import { type InputOffer, mapInputs, offeredValues } from '../form/mapping.ts';
import { fieldOfName } from '../form/names.ts';
import { onPage, typedElsewhere, withoutPage } from '../form/origin.ts';
import type { FormProblem, OffsetAt } from '../form/value.ts';
import { readPhone } from '../number/read.ts';
import type { Origin } from '../page/document.ts';
import { connectionInUse } from '../settings/settings.ts';
import type { FormView } from './form-view.ts';
import type { LauncherPage, LauncherState } from './launcher.ts';
import { fieldsThatCount, frontOf } from './visible.ts';

/** Makes what derives the form from a state. It remembers the last, for a view asks with every key. */
export function formViews(offsetAt: OffsetAt): (state: LauncherState) => FormView | undefined {
  const inputsOf = remembered(flowInputs);
  const namesOf = remembered((mapping: Readonly<Record<string, string>> | undefined) =>
    Object.keys(mapping ?? {}),
  );
  const fieldsOf = remembered((page: LauncherPage) => fieldsThatCount(page));
  const offersOf = remembered(mapInputs);
  const filled = remembered(
    (
      inputs: readonly FlowInput[],
      offers: Readonly<Record<string, InputOffer>>,
      set: Form,
      page: LauncherPage,
    ): Form => {
      const front = frontOf(page);
      const kept = front === undefined ? withoutPage(set) : onPage(set, front);
      return fillForm(inputs, offeredValues(offers), kept);
    },
  );
  const checked = remembered((inputs: readonly FlowInput[], form: Form, schema: unknown) =>
    checkForm(inputs, form, { schema, offsetAt }),
  );
  const numbersOf = remembered(numbersIn);
  const linesOf = remembered(linesFor);

  return remembered((state: LauncherState): FormView | undefined => {
    const { settings, draft, flowDetails, page, session, openedAt } = state;
    const connection = connectionInUse(settings);
    const { flowId } = draft;
    if (connection === undefined || flowId === undefined) return undefined;
    const flow = chosenFlow(connection, flowDetails, flowId);
    const failure = flowFailure(connection, flowDetails, flowId);
    const mapping = connection.flows.find(({ id }) => id === flowId)?.inputs;
    const schema = flow?.inputSchema;
    const { inputs, note } = inputsOf(schema, namesOf(mapping));
    const offers = offersOf(inputs, fieldsOf(page), mapping);
    const form = filled(inputs, offers, draft.forms[flowId] ?? emptyForm, page);
    const { inputData, sendable, problems: wrong } = checked(inputs, form, schema);
    const elsewhere = typedElsewhere(form, frontOf(page));
    const problems = withElsewhere(inputs, form, wrong, elsewhere);
    const numbers = numbersOf(inputs, form, settings.defaultCountry);
    const lines = linesOf(session, openedAt, flow, failure, problems, numbers);
    const start = { flowId, flowName: flow?.name ?? flowId, inputData: inputData ?? sendable };
    return { flowId, flow, failure, inputs, note, offers, form, problems, elsewhere, lines, start };
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
): readonly PreflightLine[] {
  return preflight({ session, now, flow, flowFailure, problems, numbers });
}

/** Whether what the inputs for telephone numbers hold can be a number at all. */
function numbersIn(
  inputs: readonly FlowInput[],
  form: Form,
  country: string,
): PreflightFacts['numbers'] {
  const held = inputs.filter(isForNumber).map((input) => heldValue(form, input));
  const values = held.flat().filter((value) => value.trim() !== '');
  return values.map((value) => ({ value, isPlausible: readPhone(value, [country]) !== undefined }));
}

function isForNumber({ name, label }: FlowInput): boolean {
  return [name, label].some((words) => fieldOfName(words) === 'customerNumber');
}
